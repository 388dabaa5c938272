package io.holdfast.serving.store;

import io.holdfast.scoring.dataset.LocalizedText;
import java.util.Map;

/**
 * What a store holds, and what people call the actions in it, as both stand at one moment.
 *
 * @param data what it holds
 * @param actions what agents were last told to do first for each action, by its code
 */
public record Named<T>(T data, Map<String, LocalizedText> actions) {
    /** Keeps a copy. */
    public Named {
        actions = Map.copyOf(actions);
    }
}
