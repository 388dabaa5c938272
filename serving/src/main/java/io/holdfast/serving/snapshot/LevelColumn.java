package io.holdfast.serving.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The levels of one category or flag: each row has the code of its level, each level stands there once. */
final class LevelColumn {
    private final Codes codes = new Codes();
    private final List<@Nullable String> levels = new ArrayList<>();
    private Map<String, Integer> known = new HashMap<>();

    LevelColumn() {
        levels.add(null);
    }

    /** @param level null where it is missing */
    void add(@Nullable String level) {
        if (level == null) {
            codes.add(0);
            return;
        }
        Integer code = known.get(level);
        if (code == null) {
            code = levels.size();
            known.put(level, code);
            levels.add(level);
        }
        codes.add(code);
    }

    /** Null where it is missing. */
    @Nullable
    String at(int row) {
        return levels.get(codes.at(row));
    }

    /** To be called when no row follows. */
    void finish() {
        known = Map.of();
        codes.trim();
    }

    long memory() {
        return codes.memory();
    }
}
