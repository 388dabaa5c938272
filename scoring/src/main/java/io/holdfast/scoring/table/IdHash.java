package io.holdfast.scoring.table;

/**
 * 64 bits of a text, by two lanes of multiply and exclusive-or over its characters and a final mixing (the constants are those of SplitMix64, Steele et
 * al. 2014). The same in every process. Not fit to keep secrets.
 */
final class IdHash {
    private static final long ODD_A = 0x9E3779B97F4A7C15L;
    private static final long ODD_B = 0xBF58476D1CE4E5B9L;
    private static final long ODD_C = 0x94D049BB133111EBL;

    private IdHash() {}

    static long of(String text) {
        int length = text.length();
        long even = length * ODD_C;
        long odd = ODD_A;
        for (int i = 0; i < length; i += 2) {
            even = (even ^ text.charAt(i)) * ODD_A;
            even ^= even >>> 32;
            if (i + 1 < length) {
                odd = (odd ^ text.charAt(i + 1)) * ODD_B;
                odd ^= odd >>> 29;
            }
        }
        return mix(even + mix(odd));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * ODD_B;
        mixed = (mixed ^ (mixed >>> 27)) * ODD_C;
        return mixed ^ (mixed >>> 31);
    }
}
