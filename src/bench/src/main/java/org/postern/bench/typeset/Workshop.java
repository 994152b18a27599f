package org.postern.bench.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all engines are given: the product's font file, and real Russian words of its messages and the JDK's names. */
final class Workshop {
    private static final Pattern WORD = Pattern.compile("[А-Яа-яЁё]+(-[А-Яа-яЁё]+)*");

    private Workshop() {}

    static Path prepared() throws IOException {
        Path folder = Files.createTempDirectory("typeset");
        try (InputStream in = Workshop.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            Files.copy(in, folder.resolve(Engines.FONT));
        }
        var words = new TreeSet<String>();
        var messages = new Properties();
        try (var in = new InputStreamReader(
                Workshop.class.getResourceAsStream("/messages_ru.properties"), StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        var russian = new Locale("ru");
        var text = new StringBuilder();
        messages.values().forEach(message -> text.append(message).append(' '));
        Currency.getAvailableCurrencies()
                .forEach(currency ->
                        text.append(currency.getDisplayName(russian)).append(' '));
        for (String country : Locale.getISOCountries()) {
            text.append(new Locale("", country).getDisplayCountry(russian)).append(' ');
        }
        for (String language : Locale.getISOLanguages()) {
            text.append(new Locale(language).getDisplayLanguage(russian)).append(' ');
        }
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
        Files.write(folder.resolve(Engines.WORDS), words);
        System.out.println("other letters are made of " + words.size() + " different words");
        return folder;
    }
}
