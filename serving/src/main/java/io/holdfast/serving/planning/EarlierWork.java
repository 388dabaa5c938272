package io.holdfast.serving.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.care.plan.OpenWork;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.OpenContacts;
import io.holdfast.serving.store.Store;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier plans take up of the capacity of a plan's days: their work that is open and falls due within them. Of a plan that was kept before, what they took up
 * then, so that the same request gives the same plan.
 */
public final class EarlierWork {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());
    private static final String TEAM = "team:";
    private static final String CHANNEL = "channel:";

    private EarlierWork() {}

    /**
     * Reads it from a store.
     *
     * @param planId of the plan to be made
     * @param parts of other plans that are for parts of the same list
     * @param day its first day
     */
    public static OpenWork of(
            Store store, Planning planning, String planId, Set<String> parts, LocalDate day, Instant now) {
        Map<String, Integer> teams = new HashMap<>();
        Map<Channel, Integer> channels = new EnumMap<>(Channel.class);
        Optional<String> kept = store.plans().summary(planId);
        if (kept.isPresent()) {
            for (JsonNode limit : read(kept.get()).path(PlanFigures.LIMITS)) {
                String name = limit.path(PlanFigures.NAME).asText();
                int taken = limit.path(PlanFigures.TAKEN).asInt();
                if (name.startsWith(TEAM)) {
                    teams.put(name.substring(TEAM.length()), taken);
                } else if (name.startsWith(CHANNEL)) {
                    Channel.of(name.substring(CHANNEL.length())).ifPresent(channel -> channels.put(channel, taken));
                }
            }
            return new OpenWork(teams, channels);
        }
        Instant end =
                day.plusDays(planning.periodDays()).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (OpenContacts open : store.work().open(end, now)) {
            if (!PlanRecords.isPieceOf(open.planId(), planId) && !parts.contains(open.planId())) {
                teams.merge(open.team(), open.contacts(), Integer::sum);
                Channel.of(open.channel()).ifPresent(channel -> channels.merge(channel, open.contacts(), Integer::sum));
            }
        }
        return new OpenWork(teams, channels);
    }

    private static JsonNode read(String summary) {
        try {
            return JSON.readTree(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
