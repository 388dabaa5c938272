package io.holdfast.scoring.fault;

/** A sentence as part of another one. */
public final class Clause {
    private Clause() {}

    /** The sentence without its capital, unless a name begins with it, and without its full stop. */
    public static String of(String sentence) {
        String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = bare.length() > 1 && Character.isLowerCase(bare.charAt(1));
        return word ? Character.toLowerCase(bare.charAt(0)) + bare.substring(1) : bare;
    }
}
