package io.holdfast.scoring.dataset;

/** How a number moves by itself, by one a day, for a customer with whom nothing happens: an age grows, the days until a date fall. */
public enum DailyChange {
    /** It stays. */
    NONE {
        @Override
        public boolean within(double value, double lowest, double highest, long days) {
            return value >= lowest && value <= highest;
        }
    },
    /** One more every day. */
    GROWS {
        @Override
        public boolean within(double value, double lowest, double highest, long days) {
            return value >= lowest && value <= highest + Math.max(0, days);
        }
    },
    /** One less every day. */
    FALLS {
        @Override
        public boolean within(double value, double lowest, double highest, long days) {
            return value >= lowest - Math.max(0, days) && value <= highest;
        }
    };

    /**
     * Whether somebody with a value in a range may have this one by now.
     *
     * @param lowest end of the range on a day
     * @param highest its other end
     * @param days passed since that day; none have passed before it
     */
    public abstract boolean within(double value, double lowest, double highest, long days);
}
