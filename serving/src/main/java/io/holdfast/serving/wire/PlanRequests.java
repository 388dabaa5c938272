package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.CustomerField;
import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.serving.answer.CustomerQuery;
import io.holdfast.serving.planning.ListPart;
import io.holdfast.serving.planning.PlanDesk;
import io.holdfast.serving.planning.PlanEntry;
import io.holdfast.serving.planning.PlanOrder;
import io.holdfast.serving.planning.WrongCellException;
import io.holdfast.serving.store.CustomerState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Reads the body of {@code POST /v1/care-plans}. A plan weighs customers against each other, so one at fault refuses them all. Thread-safe. */
public final class PlanRequests {
    private static final String CUSTOMERS = "customers";
    private static final String CAPACITIES = "capacities";
    private static final String EFFECTS = "effects";
    private static final int LONGEST_CAMPAIGN = 128;
    private static final String LIST_CUSTOMERS = "listCustomers";
    private static final int NOT_SAID = 0;
    private static final int MOST_PARTS = 100_000;
    private static final int MOST_LISTED = 100_000_000;
    private static final int LONGEST_CODE = 128;
    /** Without them somebody would be contacted, or judged, who must not be. */
    private static final List<CustomerField> REQUIRED = List.of(CustomerField.OBJECTS, CustomerField.OPTED_OUT);

    private final ScoreRequestReader scores;
    private final PlanDesk desk;
    private final PlanCells cells;

    /**
     * @param scores reads what is to be scored
     * @param cells reads what only the playbook asks for
     */
    public PlanRequests(ScoreRequestReader scores, PlanDesk desk, PlanCells cells) {
        this.scores = scores.beside(PlanCells.FIELD);
        this.desk = desk;
        this.cells = cells;
    }

    /**
     * Reads a request.
     *
     * @param today the first day of the plan, on which the values were known, where the request names none
     * @param store says who objects to profiling or has left, whatever the request says, and whether the plan is kept already: then its day may be long ago
     * @throws MalformedRequestException when it is not of the contract's shape, or anything of a customer is at fault
     */
    public PlanOrder read(Document body, LocalDate today, StoreKnowledge store) throws MalformedRequestException {
        LocalDate day = body.optionalDay(AsOf.FIELD).orElse(today);
        if (AsOfDay.isInFuture(day, today)) {
            throw MalformedRequestException.invalid("bad_value", Pointer.top(AsOf.FIELD), AsOfDay.IN_FUTURE.text());
        }
        PlanSettings settings = PlanSettings.of(day);
        Optional<String> campaign = body.optionalText("campaign", LONGEST_CAMPAIGN);
        if (campaign.isPresent()) {
            settings = settings.withCampaign(campaign.get());
        }
        requireMeant(
                body,
                "modelDigest",
                desk.modelDigest(),
                "other_model",
                LocalizedText.of("The server scores by another model", "服务器使用另一个模型评分"));
        requireMeant(
                body,
                "playbookDigest",
                desk.playbookDigest(),
                "other_playbook",
                LocalizedText.of("The server plans by another playbook", "服务器使用另一个方案制定计划"));
        EffectSource effects = effects(body);
        Budget budget = budget(body);
        Optional<ListPart> part = part(body);
        LocalDate firstValid = desk.firstValidDay(today);
        if (day.isBefore(firstValid) && !store.isKept(desk.planId(settings))) {
            throw body.invalid(
                    "stale",
                    AsOf.FIELD,
                    LocalizedText.of("Scores of that day are not valid any more", "该日的评分已失效"),
                    LocalizedText.of("a day since " + firstValid, firstValid + " 起的日期"));
        }
        List<Document> customers = body.documents(CUSTOMERS, Contract.MOST_CUSTOMERS);
        body.requireNothingElse();
        if (part.filter(each -> each.customers() - each.before() < customers.size())
                .isPresent()) {
            throw body.invalid(
                    "bad_value",
                    LIST_CUSTOMERS,
                    LocalizedText.of("The list has fewer customers than its parts so far", "名单的客户数少于至此各部分之和"),
                    LocalizedText.of("all customers of the list", "名单的全部客户数"));
        }
        return new PlanOrder(entries(customers, day, today, store), budget, settings, effects, part);
    }

    private static Optional<ListPart> part(Document body) throws MalformedRequestException {
        Optional<String> campaign = body.optionalText("listCampaign", LONGEST_CAMPAIGN);
        int parts = body.count("listParts", 1, MOST_PARTS, 1);
        int before = body.count("listBefore", 0, MOST_LISTED, 0);
        int customers = body.count(LIST_CUSTOMERS, 1, MOST_LISTED, NOT_SAID);
        if (campaign.isPresent() && customers == NOT_SAID) {
            // Shares of capacities are by customers, so that a guess would plan what open work has taken.
            throw body.invalid(
                    "missing_field",
                    LIST_CUSTOMERS,
                    LocalizedText.of("A part of a list needs the size of the list", "名单的一部分须注明名单的客户数"),
                    LocalizedText.of("all customers of the list", "名单的全部客户数"));
        }
        return campaign.map(name -> new ListPart(name, parts, before, customers));
    }

    /** Whoever says by what they want to be planned gets nothing else. */
    private static void requireMeant(Document body, String field, String own, String code, LocalizedText found)
            throws MalformedRequestException {
        Optional<String> meant = body.optionalText(field, own.length());
        if (meant.isPresent() && !meant.get().equals(own)) {
            throw body.invalid(code, field, found, LocalizedText.of("that of the digest " + own, "摘要为 " + own + " 者"));
        }
    }

    private static EffectSource effects(Document body) throws MalformedRequestException {
        Optional<String> code = body.optionalText(EFFECTS, LONGEST_CODE);
        Optional<EffectSource> source = code.flatMap(EffectSource::of);
        if (code.isPresent() && source.isEmpty()) {
            throw body.invalid(
                    "bad_value",
                    EFFECTS,
                    LocalizedText.of("The source of effects cannot be taken", "效果来源无效"),
                    LocalizedText.same(EffectSource.MEASURED.code() + ", " + EffectSource.PLAYBOOK.code()));
        }
        return source.orElse(EffectSource.MEASURED);
    }

    private Budget budget(Document body) throws MalformedRequestException {
        double money = body.amount("budget");
        Planning planning = desk.planning();
        Map<String, Integer> teams = new TreeMap<>();
        Map<Channel, Integer> channels = new EnumMap<>(Channel.class);
        for (Map.Entry<String, Integer> each : body.counts(CAPACITIES).entrySet()) {
            Optional<Channel> channel = Channel.of(each.getKey());
            if (channel.isPresent()) {
                channels.put(channel.get(), each.getValue());
            } else if (planning.teams().containsKey(each.getKey())) {
                teams.put(each.getKey(), each.getValue());
            } else {
                Set<String> known = new TreeSet<>(planning.teams().keySet());
                for (Channel any : Channel.values()) {
                    known.add(any.code());
                }
                throw MalformedRequestException.invalid(
                        "unknown_capacity",
                        Pointer.below(Pointer.top(CAPACITIES), each.getKey()),
                        Verdict.of(
                                LocalizedText.of("The playbook has no such team or channel", "方案中没有该团队或渠道"),
                                LocalizedText.same(String.join(", ", known))));
            }
        }
        return new Budget(money, teams, channels);
    }

    private List<PlanEntry> entries(List<Document> customers, LocalDate day, LocalDate today, StoreKnowledge store)
            throws MalformedRequestException {
        List<UnaryOperator<String>> read = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            customers.get(i).requireObject();
            read.add(cells.of(customers.get(i).node(), i));
        }
        List<CustomerQuery> queries =
                scores.read(StrictJson.write(toScore(customers, day))).queries(new Knowledge(today, Optional.empty()));
        Map<String, CustomerState> known = new HashMap<>();
        store.look(queries.stream()
                        .flatMap(query -> id(query).stream())
                        .distinct()
                        .toList())
                .forEach(state -> known.put(state.asked(), state));
        List<PlanEntry> entries = new ArrayList<>();
        Set<List<String>> units = new HashSet<>();
        for (int i = 0; i < queries.size(); i++) {
            String unit = Optional.ofNullable(desk.planning().columns().get(CustomerField.UNIT))
                    .map(read.get(i))
                    .orElse("");
            CustomerQuery query = queries.get(i);
            Optional<CustomerState> state = id(query).flatMap(id -> Optional.ofNullable(known.get(id)));
            PlanEntry entry = entry(customers.get(i), i, query, read.get(i), state, unit);
            if (!units.add(List.of(entry.id(), unit))) {
                throw MalformedRequestException.invalid(
                        "duplicate_id",
                        Pointer.customer(i, CustomerReader.CUSTOMER_ID),
                        Verdict.of(
                                LocalizedText.of("The customer stands here again", "该客户重复出现"),
                                LocalizedText.of(
                                        "each once, or a column for 'unit' in the playbook", "每位客户一次，或方案中有 unit 列")));
            }
            entries.add(entry);
        }
        return entries;
    }

    /** The same customers as a request for scores, which has no columns beside those of the model. */
    private static ObjectNode toScore(List<Document> customers, LocalDate day) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = request.putArray(CUSTOMERS);
        for (Document customer : customers) {
            JsonNode row = customer.node().deepCopy();
            if (row instanceof ObjectNode fields) {
                fields.remove(PlanCells.FIELD);
            }
            rows.add(row);
        }
        request.putObject("options").put(AsOf.FIELD, day.toString());
        return request;
    }

    private static Optional<String> id(CustomerQuery query) {
        if (query instanceof CustomerQuery.Legible legible) {
            return Optional.of(legible.customerId());
        }
        return query instanceof CustomerQuery.Illegible illegible ? illegible.id() : Optional.empty();
    }

    private PlanEntry entry(
            Document customer,
            int index,
            CustomerQuery query,
            UnaryOperator<String> row,
            Optional<CustomerState> known,
            String unit)
            throws MalformedRequestException {
        for (CustomerField field : REQUIRED) {
            Optional<String> column =
                    Optional.ofNullable(desk.planning().columns().get(field));
            if (column.isPresent() && !PlanCells.has(customer.node(), column.get())) {
                throw MalformedRequestException.invalid(
                        "missing_field",
                        Pointer.below(Pointer.customer(index, PlanCells.FIELD), column.get()),
                        Verdict.of(
                                LocalizedText.of("A plan has to know this column", "计划需要该列"),
                                LocalizedText.of("true or false, null if nobody knows", "true 或 false，未知用 null")));
            }
        }
        if (flag(desk.cells()::objects, row, index)
                || known.filter(CustomerState::objects).isPresent()) {
            return new PlanEntry(customer.customerId(CustomerReader.CUSTOMER_ID), Optional.empty(), false, row);
        }
        if (known.filter(state -> state.departures().left(unit)).isPresent() && !flag(desk.cells()::lost, row, index)) {
            return new PlanEntry(customer.customerId(CustomerReader.CUSTOMER_ID), Optional.empty(), true, row);
        }
        if (query instanceof CustomerQuery.Illegible illegible) {
            throw MalformedRequestException.invalid(
                    illegible.refusal().code(),
                    illegible.pointer(),
                    illegible.refusal().text());
        }
        if (query instanceof CustomerQuery.Barred barred) {
            boolean left = barred.refusal().equals(AlreadyLeft.REFUSAL);
            return new PlanEntry(barred.customerId(), Optional.empty(), left, row);
        }
        CustomerQuery.Legible legible = (CustomerQuery.Legible) query;
        return new PlanEntry(legible.customerId(), Optional.of(legible.units().get(0)), false, row);
    }

    private static boolean flag(Predicate<UnaryOperator<String>> column, UnaryOperator<String> row, int index)
            throws MalformedRequestException {
        try {
            return column.test(row);
        } catch (InputException e) {
            throw wrong(index);
        }
    }

    /** That a column which the playbook reads holds something else; without its value, as all problems are. */
    public static MalformedRequestException wrong(WrongCellException e) {
        return wrong(e.index());
    }

    private static MalformedRequestException wrong(int index) {
        return MalformedRequestException.invalid(
                "bad_value",
                Pointer.customer(index, PlanCells.FIELD),
                Verdict.of(
                        LocalizedText.of("A column that the playbook reads cannot be read", "方案所需的某列无法读取"),
                        LocalizedText.of(
                                "true or false for flags, finite numbers, dates such as \"2026-01-31\", channels by their"
                                        + " code",
                                "标志用 true 或 false、有限的数字、如 \"2026-01-31\" 的日期、渠道代码")));
    }
}
