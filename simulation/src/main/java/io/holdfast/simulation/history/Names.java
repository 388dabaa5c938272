package io.holdfast.simulation.history;

/** How numbers of customers, lines and households are written in files: stable, of equal length, from 1. */
final class Names {
    private Names() {}

    static String customer(int number) {
        return name('C', number);
    }

    static String line(int number) {
        return name('L', number);
    }

    static String household(int number) {
        return name('H', number);
    }

    /** The second account of a customer who has two by mistake. */
    static String secondAccount(int number) {
        return name('D', number);
    }

    private static String name(char kind, int number) {
        char[] text = {kind, '0', '0', '0', '0', '0', '0', '0'};
        int rest = number + 1;
        for (int at = text.length - 1; rest > 0; at--, rest /= 10) {
            text[at] = (char) ('0' + rest % 10);
        }
        return new String(text);
    }
}
