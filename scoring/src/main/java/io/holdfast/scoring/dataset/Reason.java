package io.holdfast.scoring.dataset;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why customers leave, as far as a column can be evidence for it.
 *
 * @param code its stable name
 * @param actionable whether care can answer it
 * @param side whose doing it is: {@code company}, {@code customer}, {@code signal} (leaving announces itself, the cause is open) or {@code none}
 * @param name what people call it
 * @param raises for the agent, when the evidence raises the risk; {@value #EVIDENCE} stands for the customer's values
 * @param lowers for the agent, when the evidence lowers the risk; {@value #EVIDENCE} stands for the customer's values
 * @param say an open question the agent may ask; it gives away no prediction
 */
public record Reason(
        String code,
        boolean actionable,
        String side,
        LocalizedText name,
        LocalizedText raises,
        LocalizedText lowers,
        LocalizedText say) {
    /** The place of the customer's values in {@link #raises} and {@link #lowers}. */
    public static final String EVIDENCE = "{evidence}";

    static final List<String> SIDES = List.of("company", "customer", "signal", "none");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 40;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the code or side is none, a text is missing, or a text has no place for the evidence
     */
    public Reason {
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "reason code: " + code + " (expected: lower-case words joined by hyphens)");
        }
        if (!SIDES.contains(side)) {
            throw new IllegalArgumentException(
                    "side of reason " + code + ": " + side + " (expected: one of " + String.join(", ", SIDES) + ")");
        }
        if (name.isEmpty() || raises.isEmpty() || lowers.isEmpty() || say.isEmpty()) {
            throw new IllegalArgumentException("reason " + code + " needs name, raises, lowers and say");
        }
        for (LocalizedText text : new LocalizedText[] {raises, lowers}) {
            if (!text.texts().values().stream().allMatch(Reason::hasOnePlace)) {
                throw new IllegalArgumentException("reason " + code + ": raises and lowers need " + EVIDENCE + " once");
            }
        }
    }

    static boolean isCode(String code) {
        return code.length() <= LONGEST_CODE && CODE.matcher(code).matches();
    }

    static boolean hasOnePlace(String text) {
        int at = text.indexOf(EVIDENCE);
        return at >= 0 && text.indexOf(EVIDENCE, at + 1) < 0;
    }
}
