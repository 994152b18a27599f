package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RedeployTest {

    /** A server that deploys the WAR again has the old class loader and its native library still in memory. */
    @Test
    void the_native_library_loads_in_a_second_class_loader_of_the_same_process() throws Exception {
        var classPath = new ArrayList<URL>();
        List<String> entries = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .toList();
        for (String entry : entries) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        URL[] urls = classPath.toArray(new URL[0]);
        try (var first = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                var second = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            assertThat(width(second)).isEqualTo(width(first)).isGreaterThan(8);
        }
    }

    private static double width(ClassLoader loader) throws ReflectiveOperationException {
        String here = "org.postern.typeset.";
        Object typesetter = loader.loadClass(here + "Typesetter")
                .getMethod("withFonts", List.class, Path.class, Path.class)
                .invoke(null, List.of(), null, Path.of("target/native"));
        Class<?> paper = loader.loadClass(here + "Paper");
        Object sheet = typesetter
                .getClass()
                .getMethod("sheet", paper, String.class)
                .invoke(typesetter, paper.getEnumConstants()[0], "en");
        Class<?> type = loader.loadClass(here + "Type");
        Object eleven = type.getMethod("of", double.class).invoke(null, 11.0);
        return (double) sheet.getClass().getMethod("width", type, String.class).invoke(sheet, eleven, "short");
    }
}
