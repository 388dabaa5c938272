package io.holdfast.cli.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.serving.planning.ListPart;
import io.holdfast.serving.store.Plans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Has a running server plan for a table's customers and keep the plan, in as many requests as it takes. Customers of two requests do not compete with each
 * other: each request has its share of the budget and of every capacity, and a campaign of its own.
 *
 * @param bundle the one that the server is to score by
 * @param playbook the one that it is to plan by
 * @param settings day and campaign
 * @param effects by which effects
 * @param language of texts
 */
public record ServedPlanning(
        ModelBundle bundle,
        Playbook playbook,
        Budget budget,
        PlanSettings settings,
        EffectSource effects,
        Language language) {
    /**
     * What came of it.
     *
     * @param requests how many it took
     * @param decisions how many are kept
     * @param planId names the first part
     * @param repeated whether all of it had been kept before
     * @param workItems how many items it brought onto the work list
     * @param standing how many customers stand in parts that had been kept when other things were known
     * @param text what there is to say of the plan, line by line
     */
    public record Outcome(
            int requests,
            int decisions,
            String planId,
            boolean repeated,
            int workItems,
            int standing,
            List<String> text) {
        /** Keeps a copy. */
        public Outcome {
            text = List.copyOf(text);
        }
    }

    /**
     * Asks for the plan and writes it.
     *
     * @param ask sends the body of a request; what it returns is the reply
     * @param maxRejected how many rows of the table may be at fault
     * @throws InputException when the table is at fault or the server refuses; what was kept before stays, and the same again goes on from there
     * @throws TooManyRejectedException when too many rows are at fault; nothing was asked for then
     */
    public Outcome plan(
            Function<ObjectNode, JsonNode> ask,
            Path table,
            TableFormat format,
            long maxRejected,
            Path output,
            CsvStyle style)
            throws TooManyRejectedException {
        Planning planning = playbook.planning().orElseThrow();
        PlanRequestTable file = new PlanRequestTable(table, format, bundle, planning, settings.day());
        List<PlanRequestRow> rows = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        file.each(rows::add, refused::add);
        PlanList.requireFew(file.name(), rows.size(), refused, maxRejected);
        if (rows.isEmpty()) {
            throw new InputException(
                    "no_customers", file.name() + " holds no customer to plan for; expected one or more");
        }
        List<List<Integer>> envelopes = PlanEnvelopes.of(file.name(), rows);
        List<ObjectNode> bodies = bodies(planning, rows, envelopes);
        JsonNode[] results = new JsonNode[rows.size()];
        ServedSummary summary = new ServedSummary();
        String planId = "";
        boolean repeated = true;
        int workItems = 0;
        int standing = 0;
        Optional<InputException> refusal = Optional.empty();
        for (int i = 0; i < bodies.size(); i++) {
            JsonNode reply;
            try {
                reply = ask(ask, bodies.get(i), i, bodies.size());
            } catch (InputException e) {
                if (!e.code().equals(Plans.KEPT)) {
                    throw e;
                }
                refusal = refusal.or(() -> Optional.of(e));
                standing += envelopes.get(i).size();
                envelopes.get(i).forEach(row -> results[row] = stands(rows.get(row)));
                continue;
            }
            for (int j = 0; j < envelopes.get(i).size(); j++) {
                results[envelopes.get(i).get(j)] = reply.path("results").path(j);
            }
            summary.add(reply);
            planId = planId.isEmpty() ? reply.path("planId").asText() : planId;
            repeated &= reply.path("repeated").booleanValue();
            workItems += reply.path("workItems").intValue();
        }
        if (repeated && refusal.isPresent()) {
            throw refusal.get();
        }
        PlanFile.write(
                output,
                style,
                results.length,
                row -> new ServedLine(results[row], playbook.digest(), language),
                refused);
        return new Outcome(
                bodies.size(),
                (int) Arrays.stream(results)
                        .filter(result -> result.path("decisionId").isTextual())
                        .count(),
                planId,
                repeated,
                workItems,
                standing,
                PlanText.of(
                        settings.day(),
                        bodies.size(),
                        summary.summary(),
                        summary.actions(),
                        summary.causes(),
                        refused.size(),
                        playbook.planning().orElseThrow().currency(),
                        language));
    }

    /** What is said of a row whose part was kept before. */
    private static JsonNode stands(PlanRequestRow row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("customerId", row.id())
                .put("unit", row.unit())
                .put("household", row.household())
                .put("status", PlanFile.KEPT);
    }

    private static JsonNode ask(Function<ObjectNode, JsonNode> ask, ObjectNode body, int before, int all) {
        try {
            return ask.apply(body);
        } catch (InputException e) {
            if (before == 0 || e.code().equals(Plans.KEPT)) {
                throw e;
            }
            throw new InputException(
                    e.code(),
                    e.getMessage() + " (" + before + " of " + all
                            + " parts of the plan are kept and stand; the same command with the same table, --as-of and --campaign goes on from there,"
                            + " another table takes a campaign of its own)",
                    e);
        }
    }

    private List<ObjectNode> bodies(Planning planning, List<PlanRequestRow> rows, List<List<Integer>> envelopes) {
        int[] sizes = envelopes.stream().mapToInt(List::size).toArray();
        int all = Arrays.stream(sizes).sum();
        Map<String, int[]> capacities = new TreeMap<>();
        capacities(planning, sizes.length > 1)
                .forEach((name, contacts) -> capacities.put(name, PlanEnvelopes.shares(contacts, sizes)));
        List<ObjectNode> bodies = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < sizes.length; i++) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("budget", sizes.length == 1 ? budget.money() : budget.money() * sizes[i] / all);
            body.put("asOf", settings.day().toString());
            body.put("campaign", ListPart.campaign(settings.campaign(), i + 1));
            if (sizes.length > 1) {
                body.put("listCampaign", settings.campaign());
                body.put("listParts", sizes.length);
                body.put("listBefore", before);
                body.put("listCustomers", all);
                before += sizes[i];
            }
            body.put("modelDigest", bundle.manifest().digest());
            body.put("playbookDigest", playbook.digest());
            if (effects != EffectSource.MEASURED) {
                body.put("effects", effects.code());
            }
            body.put("language", language.tag());
            ObjectNode limits = body.putObject("capacities");
            for (Map.Entry<String, int[]> each : capacities.entrySet()) {
                limits.put(each.getKey(), each.getValue()[i]);
            }
            ArrayNode customers = body.putArray("customers");
            envelopes.get(i).forEach(row -> customers.add(rows.get(row).json()));
            bodies.add(body);
        }
        return bodies;
    }

    /**
     * Contacts by team and channel.
     *
     * @param shared whether they have to be divided, so that the playbook's own have to be named, too
     */
    private Map<String, Integer> capacities(Planning planning, boolean shared) {
        Map<String, Integer> contacts = new TreeMap<>();
        if (shared) {
            contacts.putAll(planning.teams());
            for (Channel channel : Channel.values()) {
                double capacity = planning.channel(channel).capacity();
                if (!Double.isInfinite(capacity)) {
                    contacts.put(channel.code(), (int) capacity);
                }
            }
        }
        contacts.putAll(budget.teams());
        budget.channels().forEach((channel, count) -> contacts.put(channel.code(), count));
        return contacts;
    }
}
