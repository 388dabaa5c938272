package io.holdfast.care.plan;

/**
 * What a plan pays for knowing which care works.
 *
 * @param explored customers who get a play that is not proven yet
 * @param spending expected on them
 * @param atRisk of that, what is lost if none of those plays does anything
 * @param forgone expected gain of the shadows, which nobody carries out
 */
public record PriceOfKnowing(int explored, double spending, double atRisk, double forgone) {
    /** Adds up a plan. */
    static final class Sum {
        private int explored;
        private double spending;
        private double atRisk;
        private double forgone;

        void explore(double cost, double costWithoutEffect) {
            explored++;
            spending += cost;
            atRisk += costWithoutEffect;
        }

        void forgo(double gain) {
            forgone += gain;
        }

        PriceOfKnowing price() {
            return new PriceOfKnowing(explored, spending, atRisk, forgone);
        }
    }
}
