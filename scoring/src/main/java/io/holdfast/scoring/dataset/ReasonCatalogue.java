package io.holdfast.scoring.dataset;

import io.holdfast.scoring.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reasons there are, in their order. */
public final class ReasonCatalogue {
    private static final String RESOURCE = "reasons.yaml";

    private final Map<String, Reason> byCode;

    private ReasonCatalogue(Map<String, Reason> byCode) {
        this.byCode = byCode;
    }

    /** The reasons that come with the product. */
    public static ReasonCatalogue standard() {
        return Standard.CATALOGUE;
    }

    static ReasonCatalogue of(List<Reason> reasons) {
        return new ReasonCatalogue(Map.of()).with(reasons);
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Reason reason(String code) {
        @Nullable Reason reason = byCode.get(code);
        if (reason == null) {
            throw new IllegalArgumentException(
                    "reason: " + code + " (expected: one of " + String.join(", ", codes()) + ")");
        }
        return reason;
    }

    /** Whether there is a reason of this code. */
    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** All of them, in their order. */
    public List<Reason> reasons() {
        return List.copyOf(byCode.values());
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** This catalogue with others in place of those of the same code; new ones follow at the end. */
    public ReasonCatalogue with(List<Reason> overrides) {
        Map<String, Reason> all = new LinkedHashMap<>(byCode);
        overrides.forEach(reason -> all.put(reason.code(), reason));
        return new ReasonCatalogue(all);
    }

    /** Read on first use. */
    private static final class Standard {
        private static final ReasonCatalogue CATALOGUE = load();

        private Standard() {}

        private static ReasonCatalogue load() {
            try (InputStream in =
                    Objects.requireNonNull(ReasonCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                return ReasonReader.catalogue(YamlReader.read(RESOURCE, in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("reading the resource " + RESOURCE, e);
            }
        }
    }
}
