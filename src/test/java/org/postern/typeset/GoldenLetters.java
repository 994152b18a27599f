package org.postern.typeset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The letters of the golden pages: what a typesetter gets wrong shows in one of them. */
enum GoldenLetters {
    /** A few lines to a prisoner; even edges and divided words where the stationery wants them. */
    SHORT("ru", "Марта") {
        @Override
        String body() {
            return "Дорогой Арсений!\n\n" + SampleLetters.RUSSIAN + "\n\n"
                    + "Вчера мы всем классом сажали крокусы вдоль забора: *двести луковиц*, и каждая с запиской."
                    + " Весной посмотрим, чьё желание взойдёт первым. **Твоё мы тоже посадили.**\n\n***\n\n"
                    + "Пишу коротко, чтобы письмо ушло сегодня. Обнимаю!";
        }
    },
    /** An official's: list, quote, reference; six lines of address where there is a window. */
    OFFICIAL("en", "Eleanor Whitcombe\nSecretary, Friends of Open Courts") {
        @Override
        String body() {
            return "Dear Sir or Madam,\n\nWe write about the detention of Mr Arseny Vodolazov, who has been held since"
                    + " 3 March without access to counsel of his own choosing. Your Office replied on 9 October:\n\n"
                    + "> The matter is under review. You will be informed of its outcome within the period laid"
                    + " down by section 12 of the Act.\n\nThat period ended three weeks ago. We ask that your Office\n\n"
                    + "- confirm in writing where Mr Vodolazov is held and on what order;\n"
                    + "- allow his family to visit him, as rule 58 of the Nelson Mandela Rules requires, and tell"
                    + " them in which hours they may come;\n- answer our questions:\n  1. Who has seen him?\n"
                    + "  2. When will he be heard?\n\nWe should be grateful for a reply by the end of the month.\n\n"
                    + "Yours faithfully,";
        }

        @Override
        String reference() {
            return "Vodolazov, A. I., 12-34/A";
        }

        @Override
        List<String> address(@Nullable Paper paper) {
            return List.of(
                    "The Prosecutor General",
                    "Department for the Oversight of Places of Detention",
                    "14 Lower Riverside Street, Room 311",
                    "000000 Zarechensk",
                    "Exemplary Region",
                    "RUSSIA");
        }
    },
    /** From right to left, with figures and a Latin title in the line; its writer's name is Latin. */
    PERSIAN("fa", "Marta Łukasiewicz") {
        @Override
        String body() {
            return "سپیدهٔ عزیز،\n\nامروز در کلاس دربارهٔ رودهایی حرف زدیم که بستر خود را عوض می‌کنند. یکی از بچه‌ها پرسید"
                    + " آیا رود می‌داند که حالا از جای دیگری می‌گذرد، و آیا هنوز همان نام را دارد. گفتم بله، همان نام را"
                    + " دارد. بعد تا خانه پیاده رفتم و فکر کردم که این بهترین پرسش سال بود.\n\n"
                    + "کتابی که خواسته بودی (Le Petit Prince، چاپ ۱۳۹۸) رسید. سه چیز را برایت می‌فرستم:\n\n"
                    + "1. یک عکس از باغ؛\n2. نقشهٔ ستاره‌ها؛\n3. شعری که همه با هم نوشتیم:\n\n"
                    + "> آب از سرِ سنگ می‌گذرد\n> و نامِ خود را می‌داند.\n\nبه امید دیدار،";
        }

        @Override
        List<String> address(@Nullable Paper paper) {
            return List.of("سپیده رستگار", "زندان نمونه، بند ۴", "تهران ۱۲۳۴۵۶۷۸۹۰", "ایران / IRAN");
        }
    },
    /** Two pages with a captioned picture. */
    PICTURE("de", "Deine Marta") {
        @Override
        String body() {
            String paragraph =
                    "Gestern sind wir mit dem letzten Zug bis zur Endstation gefahren, nur um zu sehen, ob dort"
                            + " wirklich das Meer anfängt. Es fängt nicht an: Zuerst kommen Gewächshäuser, dann ein Deich, dann"
                            + " sehr viel Himmel, und erst dahinter, wenn man schon nicht mehr damit rechnet, die"
                            + " Wasserlinie. Wir haben eine Stunde lang geschwiegen und dann alle gleichzeitig geredet.\n\n";
            return "Lieber Arseni,\n\n" + paragraph.repeat(4) + "![Der Deich, kurz vor dem Regen; rechts das"
                    + " Gewächshaus, in dem *unsere* Tomaten stehen.](1)\n\n" + paragraph + "Bis bald,";
        }

        @Override
        List<Picture> pictures() {
            return List.of(new Picture(GoldenLetters.drawn(), ""));
        }
    },
    /** Many scripts in one letter, three of them without spaces or above the usual height of a line. */
    SCRIPTS("ka", "მართა") {
        @Override
        String body() {
            return "ძვირფასო ნინო, დღეს გაკვეთილზე მდინარეებზე ვისაუბრეთ, რომლებიც კალაპოტს იცვლიან; *Le fleuve* ჰქვია"
                    + " იმ წიგნს, შენ რომ მომეცი.\n\n"
                    + "आज कक्षा में हमने उन नदियों की बात की जो अपना रास्ता बदल लेती हैं। क्या नदी जानती है कि वह अब कहीं और बहती है?\n\n"
                    + "วันนี้ในชั้นเรียนเราคุยกันเรื่องแม่น้ำที่เปลี่ยนทางเดิน เด็กคนหนึ่งถามว่าแม่น้ำรู้ไหมว่าตอนนี้มันไหลอยู่ที่อื่นแล้ว\n\n"
                    + "ဒီနေ့ စာသင်ခန်းထဲမှာ လမ်းကြောင်းပြောင်းတဲ့ မြစ်တွေအကြောင်း ပြောခဲ့ကြတယ်။\n\n"
                    + "היום דיברנו בכיתה על נהרות שמשנים את מסלולם; הספר נקרא *Le fleuve*, עמוד 14.\n\n"
                    + "გკოცნი,";
        }
    };

    private final String language;
    private final String signature;

    GoldenLetters(String language, String signature) {
        this.language = language;
        this.signature = signature;
    }

    abstract String body();

    List<Picture> pictures() {
        return List.of();
    }

    String reference() {
        return "";
    }

    List<String> address(@Nullable Paper paper) {
        return paper == Paper.LETTER ? SampleLetters.AMERICAN_ADDRESS : SampleLetters.ADDRESS;
    }

    Typesetting on(String stationery) {
        return on(stationery, SampleLetters.TYPESETTER, body());
    }

    Typesetting on(String stationery, Typesetter typesetter, String body) {
        return typesetter.set(
                new Manuscript(
                        stationery,
                        language,
                        SampleLetters.DAY,
                        "Postern · Postfach 10 20 30 · 10115 Berlin",
                        address(typesetter.stationery(stationery).paper()),
                        body,
                        signature,
                        null,
                        reference(),
                        pictures()),
                PrintOptions.plain());
    }

    /** Sky, dike, greenhouse. */
    private static Photo drawn() {
        var picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.GRAY, 0, 400, Color.WHITE));
        g.fillRect(0, 0, 900, 600);
        g.setPaint(Color.LIGHT_GRAY);
        g.fill(new Ellipse2D.Double(120, 60, 260, 90));
        g.setPaint(Color.DARK_GRAY);
        var dike = new GeneralPath();
        dike.moveTo(0, 600);
        dike.lineTo(0, 430);
        dike.curveTo(300, 380, 500, 400, 900, 470);
        dike.lineTo(900, 600);
        dike.closePath();
        g.fill(dike);
        g.setPaint(Color.BLACK);
        g.setStroke(new BasicStroke(5));
        for (int i = 0; i < 5; i++) {
            g.drawLine(640 + i * 50, 330, 640 + i * 50, 460);
        }
        g.drawLine(620, 330, 740, 270);
        g.drawLine(740, 270, 860, 330);
        g.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
            return Photo.of(png.toByteArray());
        } catch (IOException | Photo.Unusable e) {
            throw new IllegalStateException(e);
        }
    }
}
