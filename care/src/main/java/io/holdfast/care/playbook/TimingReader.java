package io.holdfast.care.playbook;

import io.holdfast.care.calendar.Holiday;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import io.holdfast.scoring.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when a play is due: {@code {occasion: contract-end, column: contract_end, daysBefore: 30}}. */
final class TimingReader {
    private static final int LONGEST = 366;
    private static final String CONTRACT_END = "contract-end";
    private static final String BIRTHDAY = "birthday";
    private static final String ANNIVERSARY = "anniversary";

    private TimingReader() {}

    static Timing read(YamlMapping mapping, String subject) {
        YamlFields fields = mapping.fields("'when' of " + subject);
        String occasion = fields.text("occasion");
        int before = fields.wholeNumber("daysBefore", 0, LONGEST, 0);
        Timing timing = switch (occasion) {
            case CONTRACT_END -> new Timing.ContractEnd(fields.text("column"), before);
            case BIRTHDAY -> new Timing.Yearly(fields.text("column"), before, LocalizedText.of("birthday", "生日"));
            case ANNIVERSARY ->
                new Timing.Yearly(
                        fields.text("column"), before, LocalizedText.of("anniversary of the first purchase", "首次购买周年"));
            default -> new Timing.OnHoliday(holiday(fields, occasion, subject), before);
        };
        fields.finish();
        return timing;
    }

    private static Holiday holiday(YamlFields fields, String occasion, String subject) {
        @Nullable Holiday holiday = Holiday.byCode().get(occasion);
        if (holiday == null) {
            List<String> known = new ArrayList<>(List.of(CONTRACT_END, BIRTHDAY, ANNIVERSARY));
            known.addAll(Holiday.byCode().keySet());
            throw fields.fault(
                    "occasion",
                    "wrong_value",
                    "'when' of " + subject + " has occasion " + Excerpt.of(occasion) + "; expected one of "
                            + String.join(", ", known) + Nearest.hint(occasion, known));
        }
        return holiday;
    }
}
