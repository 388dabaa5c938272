package io.holdfast.scoring.model;

import java.util.List;

/**
 * A straight line over one numeric input: {@code slope * (value - centre)}, the value held inside the training range.
 *
 * @param input position of the input
 * @param slope log-odds per unit of the column, finite
 * @param centre value that contributes nothing, finite
 * @param missing what a missing value contributes, log-odds, finite
 */
public record LinearTerm(int input, double slope, double centre, double missing) implements Term {
    public LinearTerm {
        if (!Double.isFinite(slope) || !Double.isFinite(centre) || !Double.isFinite(missing)) {
            throw new IllegalArgumentException("linear term of input " + input + ": slope " + slope + ", centre "
                    + centre + ", missing " + missing + " (expected: finite numbers)");
        }
    }

    @Override
    public List<Integer> inputs() {
        return List.of(input);
    }

    @Override
    public void addTo(double[] contributions, CodedRow row) {
        double value = row.number(input);
        contributions[input] += Double.isNaN(value) ? missing : slope * (value - centre);
    }

    @Override
    public double reach(List<ModelInput> inputs) {
        NumberCoding coding = (NumberCoding) inputs.get(input).coding();
        double low = StrictMath.abs(slope * (coding.lowest() - centre));
        double high = StrictMath.abs(slope * (coding.highest() - centre));
        return StrictMath.max(StrictMath.max(low, high), StrictMath.abs(missing));
    }

    @Override
    public void requireFits(List<ModelInput> inputs) {
        if (input < 0 || input >= inputs.size() || !(inputs.get(input).coding() instanceof NumberCoding)) {
            throw new IllegalArgumentException("linear term reads input " + input + " (expected: a numeric input of "
                    + inputs.size() + " inputs)");
        }
        if (!Double.isFinite(reach(inputs))) {
            throw new IllegalArgumentException(
                    "linear term of '" + inputs.get(input).name() + "' overflows within its training range");
        }
    }
}
