package io.holdfast.care.diagnosis;

import java.util.OptionalInt;

/** A number of customers, which is told only where it tells of no single ones; that there is nobody is always told. */
public final class Count {
    private final int number;
    private final boolean printed;
    private final boolean guarded;
    private final boolean main;
    private boolean hidden;

    private Count(int number, boolean printed, boolean guarded, boolean main) {
        this.number = number;
        this.printed = printed;
        this.guarded = guarded;
        this.main = main;
        this.hidden = !printed || isSmall();
    }

    /** One that stands somewhere, unless it must be hidden. */
    static Count of(int number) {
        return new Count(number, true, true, false);
    }

    /** One that much rests on, so that it is hidden last of all. */
    static Count main(int number) {
        return new Count(number, true, true, true);
    }

    /** One that stands nowhere, but that others may make up. */
    static Count unseen(int number) {
        return new Count(number, false, true, false);
    }

    /** One that stands somewhere however small: it says what is missing in the store, and nothing of those whom it counts. */
    static Count open(int number) {
        return new Count(number, true, false, false);
    }

    /** One of that kind that stands nowhere. */
    static Count missing(int number) {
        return new Count(number, false, false, false);
    }

    /** The number; empty where it must not be shown, be it small or what a small one could be made up of. */
    public OptionalInt shown() {
        return hidden ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether it may be shown. */
    public boolean isShown() {
        return !hidden;
    }

    /** Whether there is nobody. */
    public boolean isNobody() {
        return number == 0;
    }

    int number() {
        return number;
    }

    /** Whether it stands somewhere. */
    boolean isPrinted() {
        return printed;
    }

    /** Whether it is shown and could be hidden; that there is nobody cannot. */
    boolean isHideable() {
        return guarded && !hidden && number > 0;
    }

    boolean isMain() {
        return main;
    }

    /** Whether it would tell of single customers. */
    boolean isSmall() {
        return guarded && number > 0 && number < Diagnosis.FEWEST;
    }

    void hide() {
        hidden = true;
    }

    /** Takes back what was tried. */
    void show() {
        hidden = false;
    }

    @Override
    public String toString() {
        return hidden ? "not shown" : Integer.toString(number);
    }
}
