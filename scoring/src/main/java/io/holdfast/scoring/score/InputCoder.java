package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.DailyChange;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import org.jspecify.annotations.Nullable;

/** Codes the values of one input, those that come again only once. */
final class InputCoder {
    private final Coding coding;
    private final CodedValue missing;
    private final InputWarning unknown;
    private final InputWarning outside;
    private final DailyChange daily;

    /**
     * @param missingIsUsual whether a missing value is an answer that training has seen, and so no reason for a warning
     * @param daily how the number moves by itself after the last day that training saw
     */
    InputCoder(ModelInput input, boolean missingIsUsual, DailyChange daily) {
        this.daily = daily;
        coding = input.coding();
        missing = new CodedValue(
                coding, Double.NaN, Coding.MISSING, missingIsUsual ? null : InputWarning.missing(input.name()));
        unknown = InputWarning.unknownCategory(input.name());
        outside = InputWarning.outOfRange(input.name());
    }

    CodedValue code(InputValue value) {
        @Nullable CodedValue kept = value.coded(coding);
        return kept != null ? kept : anew(value);
    }

    /**
     * The warning, unless the value is what a customer of training would have by now.
     *
     * @param days since the last day that training saw
     */
    @Nullable
    InputWarning warning(CodedValue coded, InputValue value, long days) {
        @Nullable InputWarning warning = coded.warning();
        return warning != null
                        && daily != DailyChange.NONE
                        && coding instanceof NumberCoding numbers
                        && daily.within(value.number(), numbers.lowest(), numbers.highest(), days)
                ? null
                : warning;
    }

    @SuppressWarnings("ReferenceEquality") // there is one such object
    private CodedValue anew(InputValue value) {
        if (value == InputValue.MISSING) {
            return missing;
        }
        CodedValue coded = coded(value);
        value.keep(coded);
        return coded;
    }

    private CodedValue coded(InputValue value) {
        if (coding instanceof NumberCoding numbers) {
            double number = value.number();
            return new CodedValue(
                    coding, numbers.clamp(number), numbers.bin(number), numbers.outside(number) ? outside : null);
        }
        int bin = ((CategoryCoding) coding).bin(value.level());
        return new CodedValue(coding, Double.NaN, bin, bin == Coding.RARE ? unknown : null);
    }
}
