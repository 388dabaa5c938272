package io.holdfast.simulation.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A trade with its customers' habits. */
public enum World {
    /** Lines under contract, billed every month; who leaves says so. */
    TELECOM("telecom", "line", true, 0.015, 0.45, 1.0, 32_00, List.of("data", "voice")),
    /** Purchases without a contract; who leaves just stops buying. */
    RETAIL("retail", "customer", false, 0.025, 0.30, 1.1, 48_00, List.of("home", "clothing", "garden", "toys", "food")),
    /** Frequent small orders out of habit; who leaves just stops ordering. */
    FOOD("food", "customer", false, 0.04, 0.25, 5.0, 16_00, List.of("noodles", "rice", "pizza", "grill", "sweets"));

    private final String code;
    private final String unit;
    private final boolean contractual;
    private final double monthlyLeaving;
    private final double margin;
    private final double rhythm;
    private final long basket;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> categories;

    World(
            String code,
            String unit,
            boolean contractual,
            double monthlyLeaving,
            double margin,
            double rhythm,
            long basket,
            List<String> categories) {
        this.code = code;
        this.unit = unit;
        this.contractual = contractual;
        this.monthlyLeaving = monthlyLeaving;
        this.margin = margin;
        this.rhythm = rhythm;
        this.basket = basket;
        this.categories = categories;
    }

    /** The world of this name, if there is one. */
    public static Optional<World> of(String code) {
        return Arrays.stream(values()).filter(world -> world.code.equals(code)).findFirst();
    }

    /** The name in files and options. */
    public String code() {
        return code;
    }

    /** What can leave: {@code line} or {@code customer}. Also the name of its column. */
    public String unit() {
        return unit;
    }

    /** Whether there are contracts, bills and a record of leaving. */
    public boolean contractual() {
        return contractual;
    }

    /** The share that leaves of their own will in a month, unless settings say another; 0 to 1. */
    public double monthlyLeaving() {
        return monthlyLeaving;
    }

    /** What is left of a cent of revenue before care, 0 to 1. */
    public double margin() {
        return margin;
    }

    /** The median customer's purchases in a month. */
    public double rhythm() {
        return rhythm;
    }

    /** The median customer's purchase, or bill, in cents. */
    public long basket() {
        return basket;
    }

    /** What is used or bought; the first is a telecom customer's favourite. */
    public List<String> categories() {
        return categories;
    }
}
