package io.holdfast.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the operating system about the terminal, since Java cannot: no answer means there is none. */
public final class Terminal {
    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,4})\\s*");

    private Terminal() {}

    /** Whether standard output is shown on a terminal. */
    public static boolean showsOutput() {
        return succeeds(new ProcessBuilder("test", "-t", "1").redirectOutput(Redirect.INHERIT));
    }

    private static boolean succeeds(ProcessBuilder question) {
        try {
            Process process = question.start();
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Columns for text that is to be read: those of the terminal within {@value #NARROWEST} to {@value #WIDEST}, else {@value #USUAL_WIDTH}. */
    public static int width() {
        if (!showsOutput()) {
            return USUAL_WIDTH;
        }
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = SIZE.matcher(answer);
            return size.matches() ? within(Integer.parseInt(size.group(1))) : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH;
        }
    }

    private static int within(int columns) {
        return columns == 0 ? USUAL_WIDTH : Math.max(NARROWEST, Math.min(columns, WIDEST));
    }
}
