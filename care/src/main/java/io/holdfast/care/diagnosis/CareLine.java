package io.holdfast.care.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What care answered a cause, of those still there.
 *
 * @param code of the reason that leads by the model
 * @param customers wavering or declining by it
 * @param answers how many of them got what
 * @param action that was chosen for most of them; empty without one
 */
public record CareLine(String code, int customers, Map<Answer, Integer> answers, String action) {
    /** Keeps a copy. */
    public CareLine {
        answers = Map.copyOf(answers);
    }

    /** How many got it; empty where that must not be shown. */
    public OptionalInt shown(Answer answer) {
        List<Answer> all = List.of(Answer.values());
        List<Integer> counts =
                all.stream().map(each -> answers.getOrDefault(each, 0)).toList();
        return SmallCounts.shown(counts).get(all.indexOf(answer));
    }
}
