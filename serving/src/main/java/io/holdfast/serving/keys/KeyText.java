package io.holdfast.serving.keys;

import io.holdfast.scoring.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code hfk_ID_SECRET_CHECK}, all base 62. The id names the key in files and logs, the secret has 256 bits, and the
 * check (CRC-32 of all before it) lets a scanner of source code tell a leaked key from look-alikes without asking anybody.
 */
record KeyText(String id, String text) {
    private static final String PREFIX = "hfk_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_DIGITS = 8;
    private static final int SECRET_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9A-Za-z]{" + ID_DIGITS + "})_[0-9A-Za-z]{"
            + SECRET_DIGITS + "}_([0-9A-Za-z]{" + CHECK_DIGITS + "})");

    /** A new key. */
    static KeyText random(SecureRandom random) {
        String id = digits(random, ID_DIGITS);
        String body = PREFIX + id + "_" + digits(random, SECRET_DIGITS);
        return new KeyText(id, body + "_" + check(body));
    }

    /** Reads what a client shows; empty when it cannot be a key. */
    static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String body = text.substring(0, text.length() - CHECK_DIGITS - 1);
        return check(body).equals(form.group(2)) ? Optional.of(new KeyText(form.group(1), text)) : Optional.empty();
    }

    /** SHA-256 of the whole text, which is all that is stored: 256 random bits need no slow hash. */
    String sha256() {
        return Sha256.hex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digits(SecureRandom random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return digits.toString();
    }

    private static String check(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECK_DIGITS; rest /= DIGITS.length()) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return digits.reverse().toString();
    }

    /** Never the secret: a record's own text would end in a log one day. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
