package io.holdfast.simulation.draw;

/**
 * Random numbers by address instead of by turn. A number depends on the key (seed, customer, month, ...), the purpose and an index, and on
 * nothing drawn before: two runs that differ in one treatment share every other number, and further customers change none of the
 * others. The key is mixed by the finaliser of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
 * figure 16). Immutable.
 */
public final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long OTHER = 0xD1B54A32D192ED03L;
    private static final double UNIT = 0x1p-53;
    /** Beyond, a Poisson draw by inversion would lose its tail; nothing here happens so often in a month. */
    private static final double LARGEST_MEAN = 60;

    private final long key;

    private Draws(long key) {
        this.key = key;
    }

    /** The draws of a seed. */
    public static Draws of(long seed) {
        return new Draws(mix(seed + GOLDEN));
    }

    /** The draws of a part: a customer of a seed, a month of a customer. */
    public Draws at(long part) {
        return new Draws(mix(key + (part + 1) * GOLDEN));
    }

    /** Uniform over the open interval from 0 to 1. */
    public double uniform(Purpose purpose) {
        return uniform(purpose, 0);
    }

    /** The number at an index, uniform over the open interval from 0 to 1. */
    public double uniform(Purpose purpose, int index) {
        long bits = mix(mix(key ^ (purpose.index() + 1) * OTHER) + (index + 1) * GOLDEN);
        return ((bits >>> 11) + 0.5) * UNIT;
    }

    /** Whether something of this probability happens. */
    public boolean chance(double probability, Purpose purpose, int index) {
        return uniform(purpose, index) < probability;
    }

    /** Uniform over 0 to {@code bound - 1}. */
    public int below(int bound, Purpose purpose, int index) {
        return (int) (uniform(purpose, index) * bound);
    }

    /** Exponential with mean 1. */
    public double exponential(Purpose purpose, int index) {
        return -StrictMath.log(uniform(purpose, index));
    }

    /** Standard normal (Box and Muller 1958). */
    public double normal(Purpose purpose, int index) {
        double radius = StrictMath.sqrt(2 * exponential(purpose, 2 * index));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform(purpose, 2 * index + 1));
    }

    /** Poisson, by inversion, hence growing with the mean for the same draw. */
    public int poisson(double mean, Purpose purpose, int index) {
        if (!(mean >= 0) || mean > LARGEST_MEAN) {
            throw new IllegalArgumentException("mean: " + mean + " (expected: 0 to " + LARGEST_MEAN + ")");
        }
        double left = uniform(purpose, index);
        double mass = StrictMath.exp(-mean);
        int count = 0;
        while (left > mass && mass > 0) {
            left -= mass;
            count++;
            mass *= mean / count;
        }
        return count;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
