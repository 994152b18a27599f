package org.postern.bench.typeset;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Number 0 is a letter that somebody could write, any other its length in shuffled words. Same number, same letter. */
final class Letters {
    private static final String SENDER = "Письма через границу · Почтовый ящик 10 20 30 · 10115 Берлин";
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final String DAY = "20 ноября 2026 г.";
    private static final String SIGNATURE = "Ваша Марта, учительница географии";
    private static final int LENGTH = 1800;
    private static final int PARAGRAPHS = 5;
    /** More codes than an engine could remember by accident, and a bounded heap. */
    private static final int CODES = 500;

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.Q,
            EncodeHintType.MARGIN,
            0,
            EncodeHintType.QR_MASK_PATTERN,
            2);

    private final List<String> words;
    private final List<String> real;
    private final BitMatrix[] codes = new BitMatrix[CODES];
    private final String[] pictures = new String[CODES];

    /** @param words a file of real words, one a line, that letters after the first are made of */
    Letters(Path words) throws IOException, WriterException {
        this.words = Files.readAllLines(words);
        try (InputStream in = Letters.class.getResourceAsStream("letter-ru.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            this.real = List.of(text.strip().split("\n\n"));
        }
        for (int i = 0; i < CODES; i++) {
            codes[i] = new QRCodeWriter().encode(content(i), BarcodeFormat.QR_CODE, 0, 0, HINTS);
            pictures[i] = picture(codes[i]);
        }
    }

    /** What the code of a letter says. */
    static String content(int number) {
        return "https://letters.example/l/" + String.format("%06d", number % CODES);
    }

    Letter number(int number) {
        var random = new Random(number);
        List<String> address = List.of(
                "Водолазов Арсений Ильич, " + (1950 + number % 55) + " г. р.",
                "ФКУ СИЗО-" + (1 + number % 12) + " (образец)",
                "ул. Заречная, д. " + (1 + number % 240),
                "г. Зареченск, Примерная область, " + (100_000 + number % 899_999),
                "РОССИЯ / RUSSIA");
        List<String> paragraphs = number == 0 ? real : shuffled(random);
        int code = number % CODES;
        return new Letter(SENDER, address, DATE, DAY, paragraphs, SIGNATURE, codes[code], pictures[code]);
    }

    private List<String> shuffled(Random random) {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < PARAGRAPHS; i++) {
            var text = new StringBuilder();
            int inSentence = 0;
            while (text.length() < LENGTH / PARAGRAPHS) {
                String word = words.get(random.nextInt(words.size()));
                boolean first = inSentence == 0;
                text.append(text.isEmpty() ? "" : " ");
                text.append(first ? word.substring(0, 1).toUpperCase() + word.substring(1) : word);
                inSentence = inSentence < 7 + random.nextInt(8) ? inSentence + 1 : 0;
                text.append(inSentence == 0 ? "." : inSentence % 5 == 0 ? "," : "");
            }
            paragraphs.add(text.append(text.charAt(text.length() - 1) == '.' ? "" : ".")
                    .toString());
        }
        return paragraphs;
    }

    private static String picture(BitMatrix code) throws IOException {
        var image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                image.setRGB(x, y, code.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
