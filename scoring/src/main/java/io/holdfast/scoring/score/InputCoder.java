package io.holdfast.scoring.score;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Codes the values of one input, those that come again only once. Not thread-safe. */
final class InputCoder {
    private static final int FEW = 8;

    private final Coding coding;
    private final CodedValue missing;
    private final InputWarning unknown;
    private final InputWarning outside;
    private @Nullable CodedValue[] kept = new CodedValue[FEW];

    /** @param missingIsUsual whether a missing value is an answer that training has seen, and so no reason for a warning */
    InputCoder(ModelInput input, boolean missingIsUsual) {
        coding = input.coding();
        missing = new CodedValue(
                InputValue.MISSING,
                Double.NaN,
                Coding.MISSING,
                missingIsUsual ? null : InputWarning.missing(input.name()));
        unknown = InputWarning.unknownCategory(input.name());
        outside = InputWarning.outOfRange(input.name());
    }

    @SuppressWarnings("ReferenceEquality") // only whether it is the very object; others are coded anew
    CodedValue code(InputValue value) {
        if (value == InputValue.MISSING) {
            return missing;
        }
        if (value.place() == InputValue.NOWHERE) {
            return coded(value);
        }
        if (value.place() >= kept.length) {
            kept = Arrays.copyOf(kept, 2 * value.place());
        }
        CodedValue coded = kept[value.place()];
        if (coded == null || coded.value() != value) {
            coded = coded(value);
            kept[value.place()] = coded;
        }
        return coded;
    }

    private CodedValue coded(InputValue value) {
        if (coding instanceof NumberCoding numbers) {
            double number = value.number();
            return new CodedValue(
                    value, numbers.clamp(number), numbers.bin(number), numbers.outside(number) ? outside : null);
        }
        int bin = ((CategoryCoding) coding).bin(value.level());
        return new CodedValue(value, Double.NaN, bin, bin == Coding.RARE ? unknown : null);
    }
}
