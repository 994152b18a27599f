package org.postern.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real browser: the system's Chromium if there is one, else Debian's package when we are root and have apt, else
 * Playwright's own download.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> PATHS = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        Optional<Path> found = onThisMachine().or(Chromium::fromDebian);
        Playwright.CreateOptions options = new Playwright.CreateOptions();
        if (found.isPresent()) {
            options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        Playwright playwright = Playwright.create(options);
        List<String> flags = new ArrayList<>(FLAGS);
        if (isRoot()) {
            flags.add("--no-sandbox");
        }
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(flags);
        found.ifPresent(launch::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(launch));
    }

    /** A person who has never been here: no cookies, their own width, with or without JavaScript. */
    public BrowserContext person(int width, boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setAcceptDownloads(true)
                .setLocale("en-US"));
    }

    /** Keeps what a person saw, for people to look at. */
    public static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(screenshots().resolve(name + ".png")));
    }

    static Path screenshots() {
        return Path.of(System.getProperty("postern.screenshots", "target/screenshots"));
    }

    private static Optional<Path> onThisMachine() {
        return PATHS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> fromDebian() {
        if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        run("apt-get", "update", "-qq");
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        return onThisMachine();
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
