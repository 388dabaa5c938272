package io.holdfast.care.diagnosis;

import java.util.Map;

/**
 * What care answered a cause, of those still there.
 *
 * @param code of the reason that leads by the model
 * @param customers wavering or declining by it
 * @param answers how many of them got what
 * @param action that was chosen for most of them; empty without one
 */
public record CareLine(String code, Count customers, Map<Answer, Count> answers, String action) {
    /** Keeps a copy. */
    public CareLine {
        answers = Map.copyOf(answers);
    }

    /** How many got it. */
    public Count of(Answer answer) {
        return answers.getOrDefault(answer, Count.of(0));
    }
}
