package io.holdfast.features.history;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.FlagTokens;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.dataset.Unit;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import io.holdfast.scoring.yaml.YamlFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code attributes}. */
final class AttributeReader {
    private static final Map<String, ColumnKind> KINDS = new LinkedHashMap<>();
    private static final Map<String, ColumnRole> ROLES = new LinkedHashMap<>();

    static {
        KINDS.put("number", ColumnKind.NUMBER);
        KINDS.put("category", ColumnKind.CATEGORY);
        KINDS.put("flag", ColumnKind.FLAG);
        KINDS.put("date", ColumnKind.DATE);
        ROLES.put("feature", ColumnRole.FEATURE);
        ROLES.put("owner", ColumnRole.OWNER);
        ROLES.put("preference", ColumnRole.PREFERENCE);
        ROLES.put("consent", ColumnRole.CONSENT);
        ROLES.put("objection", ColumnRole.OBJECTION);
        ROLES.put("ignore", ColumnRole.IGNORE);
    }

    private AttributeReader() {}

    /** @param kinds of events, by name */
    static Attribute read(String name, YamlFields given, Map<String, EventKind> kinds) {
        boolean sensitive = given.flag("sensitive", false);
        ColumnRole role = given.choice("role", ROLES, sensitive ? ColumnRole.IGNORE : ColumnRole.FEATURE);
        if (sensitive && role == ColumnRole.FEATURE) {
            throw given.fault(
                    "role",
                    "wrong_value",
                    Excerpt.of(name) + " of 'attributes' is sensitive and a feature; expected one of the two");
        }
        ColumnKind fallback =
                role == ColumnRole.CONSENT || role == ColumnRole.OBJECTION ? ColumnKind.FLAG : ColumnKind.CATEGORY;
        ColumnKind kind =
                role == ColumnRole.FEATURE ? given.choice("kind", KINDS) : given.choice("kind", KINDS, fallback);
        String reason = given.text("reason", Column.PROFILE);
        if (!ReasonCatalogue.standard().has(reason)) {
            throw given.fault("reason", "unknown_reason", "reason " + Excerpt.of(reason) + "; expected a standard one");
        }
        boolean mayBeMissing = given.flag("mayBeMissing", false);
        if (mayBeMissing && role != ColumnRole.FEATURE) {
            throw given.fault(
                    "mayBeMissing",
                    "wrong_value",
                    Excerpt.of(name)
                            + " of 'attributes' may be missing and is no feature; only of a feature this needs saying");
        }
        return new Attribute(
                name,
                role,
                kind,
                given.optional("names").map(LocalizedText::read).orElse(LocalizedText.none()),
                given.optional("unit").map(Unit::read).orElse(Unit.none()),
                reason,
                tokens(name, kind, given),
                mayBeMissing,
                sensitive,
                peers(name, role, kind, given, kinds));
    }

    private static List<String> peers(
            String name, ColumnRole role, ColumnKind kind, YamlFields given, Map<String, EventKind> kinds) {
        List<String> peers = given.texts("peers");
        String of = "'peers' of attribute " + Excerpt.of(name);
        if (!peers.isEmpty() && (role != ColumnRole.FEATURE || kind != ColumnKind.CATEGORY)) {
            throw given.fault(
                    "peers",
                    "wrong_value",
                    of
                            + ": expected an attribute that is a feature of kind category, since peers share one of its values");
        }
        Set<String> once = new HashSet<>();
        for (String peer : peers) {
            if (!once.add(peer)) {
                throw given.fault(
                        "peers", "wrong_value", of + " has " + Excerpt.of(peer) + " twice; expected each kind once");
            }
            @Nullable EventKind met = kinds.get(peer);
            if (met == null) {
                throw given.fault(
                        "peers",
                        "unknown_kind",
                        of + " has " + Excerpt.of(peer) + ", which 'kinds' does not describe"
                                + Nearest.hint(peer, kinds.keySet()));
            }
            if ((met.role() == KindRole.BILL || met.role() == KindRole.PAYMENT)
                    && met.measures().isEmpty()) {
                throw given.fault(
                        "peers",
                        "wrong_value",
                        of + " has " + Excerpt.of(peer)
                                + ", which has no 'measures' to compare peers by; expected a bill or payment with one");
            }
            if (!met.role().isObserved()) {
                throw given.fault(
                        "peers",
                        "wrong_value",
                        of + " has " + Excerpt.of(peer)
                                + ", of which no features are made; expected another of 'kinds'");
            }
        }
        return peers;
    }

    /** Of a flag: as in tables, or {@code positive}, one word for yes. */
    private static FlagTokens tokens(String name, ColumnKind kind, YamlFields given) {
        Optional<String> positive = given.has("positive") ? Optional.of(given.text("positive")) : Optional.empty();
        Optional<FlagTokens> tokens = FlagTokens.read(given, "attribute " + Excerpt.of(name));
        String key = positive.isPresent() ? "positive" : "tokens";
        if (kind != ColumnKind.FLAG && (positive.isPresent() || tokens.isPresent())) {
            throw given.fault(
                    key, "wrong_value", "attribute " + Excerpt.of(name) + " has '" + key + "', which only a flag has");
        }
        if (positive.isPresent() && tokens.isPresent()) {
            throw given.fault(
                    key,
                    "wrong_value",
                    "attribute " + Excerpt.of(name) + " has both 'positive' and 'tokens'; expected one of the two");
        }
        return tokens.or(() -> positive.map(FlagTokens::ofYes)).orElse(FlagTokens.standard());
    }
}
