package io.holdfast.cli;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.EffectSource;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.cli.planning.KeptPlanning;
import io.holdfast.cli.planning.PlanFile;
import io.holdfast.cli.planning.PlanList;
import io.holdfast.cli.planning.PlanSource;
import io.holdfast.cli.planning.PlanSources;
import io.holdfast.cli.planning.PlanText;
import io.holdfast.cli.planning.RefusedRow;
import io.holdfast.cli.planning.ServedPlanning;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.Counted;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.batch.TooManyRejectedException;
import io.holdfast.serving.planning.PlanKeeper;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.StoreUnavailableException;
import io.holdfast.serving.store.WriteRefusedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = {
            "Plans care for a list of customers: who gets which action, when and by whom, so that the expected net margin is as large as budget and capacity allow; doing nothing is always a candidate.",
            "Held-out customers are planned for too; their line says withheld, and nobody acts on it. docs/playbook.md explains the playbook, docs/care-plan.md every column.",
            "With --store the plan is kept there, and what the store knows counts beside the table: consent, contacts, decisions that still stand. While a server holds the store, ask it with --server: it plans 1000 customers at once, so a longer list is planned in parts, each with its share of budget and capacity. A server scores itself: with --server CUSTOMERS is a table, never a list that 'score' wrote."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook datasets/playbooks/telecom.yaml",
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook plays.yaml --capacity retention-desk=200",
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook plays.yaml --store care.db",
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook plays.yaml --server http://127.0.0.1:8080",
            "  holdfast plan shop.bundle shop/history.yaml --budget 5000 -o plan.csv \\",
            "    --playbook playbook.yaml --as-of 2026-01-31"
        })
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The model bundle.")
    private Path bundle;

    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            description =
                    "The customers: CSV with the columns of the model and of the playbook; or what 'score' wrote of them, with enough reasons (--reasons 10) and the playbook's columns kept (--keep); or the description of a history, .yaml, for a model that learned from one.")
    private Path table;

    @Option(
            names = "--budget",
            required = true,
            paramLabel = "MONEY",
            description = "Expected spending on contacts and accepted offers may not exceed this.")
    private double money;

    @Option(
            names = "--capacity",
            paramLabel = "NAME=N",
            description =
                    "Contacts of a team, or of a channel (phone, message, email, letter, in-person), in the plan's period, instead of the playbook's; with --store or --server open work of earlier plans takes up its part of them. May be repeated.")
    private Map<String, Integer> capacity = Map.of();

    @Option(names = "--playbook", paramLabel = "FILE", description = "Plan by this playbook, not by the bundle's.")
    private @Nullable Path playbook;

    @Option(
            names = "--campaign",
            paramLabel = "NAME",
            description = "Names the campaign for which the fresh hold-out is drawn (default: the day).")
    private @Nullable String campaign;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The first day of the plan, on which the values were known (default: today, UTC).")
    private @Nullable String asOf;

    @Option(
            names = "--effects",
            paramLabel = "SOURCE",
            description =
                    "With --store or --server: plan by what was measured together with the playbook's expectations ('measured', the default), or by the expectations alone ('playbook').")
    private String effects = EffectSource.MEASURED.code();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ListOptions list = new ListOptions();

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws TooManyRejectedException {
        list.requireWritable(bundle, table, playbook);
        if (!(money >= 0)) {
            throw new WrongOptionException("--budget", money, "0 or more");
        }
        source();
        Optional<StoreLocation> location = store.location();
        location.ifPresent(kept -> Outputs.requireApart(list.output(), kept));
        ModelBundle loaded = BundleReader.read(bundle);
        return list.use(
                console,
                loaded,
                bundle,
                table,
                asOf,
                (customers, written) -> plan(loaded, customers, written, location));
    }

    private int plan(ModelBundle loaded, Path customers, TableFormat written, Optional<StoreLocation> location)
            throws TooManyRejectedException {
        Playbook chosen = PlaybookChoice.of(loaded, Optional.ofNullable(playbook))
                .orElseThrow(() -> new InputException(
                        "no_playbook", bundle + " holds no playbook; give one with --playbook (docs/playbook.md)"));
        Playbooks.tell(chosen.warnings(), console);
        Planner expected =
                new Planner(chosen, ActionEffects.none(), loaded.description().reasons());
        Planning planning = chosen.planning().orElseThrow();
        Budget budget = budget(planning);
        Instant now = Instants.ofRun(console.clock());
        LocalDate day = Instants.day("--as-of", asOf, now);
        PlanSettings settings = PlanSettings.of(day);
        if (campaign != null) {
            settings = settings.withCampaign(campaign);
        }
        if (store.isServer()) {
            return served(
                    new ServedPlanning(loaded, chosen, budget, settings, source(), list.language(loaded)),
                    customers,
                    written);
        }
        PlanSource source = PlanSources.of(customers, written, loaded, planning, day);
        if (location.isPresent()) {
            KeptPlanning planned = new KeptPlanning(loaded, chosen, source(), budget, settings, day, now);
            return kept(planned, source, location.get(), planning.currency(), list.language(loaded));
        }
        PlanList read = PlanList.read(source, nobody -> false, list.maxRejected());
        CarePlan plan = expected.plan(read.customers(), budget, settings);
        write(plan, read.refused(), Set.of(), planning.currency(), list.language(loaded));
        return ExitCode.OK;
    }

    private EffectSource source() {
        return EffectSource.of(effects)
                .orElseThrow(() -> new WrongOptionException(
                        "--effects", effects, EffectSource.MEASURED.code() + ", " + EffectSource.PLAYBOOK.code()));
    }

    private void write(CarePlan plan, List<RefusedRow> refused, Set<String> left, String currency, Language language) {
        PlanFile.write(plan, refused, left, list.output(), language, list.style());
        say(PlanText.of(plan, refused.size(), currency, language));
    }

    private void say(List<String> lines) {
        lines.forEach(line -> console.out().println(Excerpt.plain(line)));
    }

    private int kept(
            KeptPlanning planning, PlanSource source, StoreLocation location, String currency, Language language)
            throws TooManyRejectedException {
        try (Store open = Store.open(location)) {
            KeptPlanning.Outcome outcome = planning.plan(open, source, list.maxRejected());
            PlanKeeper.Kept kept = outcome.receipt();
            tell(kept.planId(), kept.repeated(), kept.decisions(), kept.workItems());
            tellStanding(kept.standing());
            tellExpired(expired(outcome.plan(), kept.left(), planning.now()), planning.day());
            write(outcome.plan(), outcome.refused(), kept.left(), currency, language);
            return ExitCode.OK;
        } catch (WriteRefusedException e) {
            throw new InputException(e.code(), String.valueOf(e.getMessage()), e);
        } catch (StoreUnavailableException e) {
            throw new InputException(
                    "store_unavailable",
                    "the store does not answer or has no room; expected the same command again, which loses and"
                            + " doubles nothing",
                    e);
        }
    }

    private int served(ServedPlanning planning, Path customers, TableFormat written) throws TooManyRejectedException {
        if (Double.isInfinite(money)) {
            throw new WrongOptionException("--budget", money, "a finite number with --server");
        }
        if (PlanSources.isScored(customers)) {
            throw new InputException(
                    "scored_file",
                    customers
                            + " holds scores, and a server scores itself; expected the table that was scored, or --store while no server holds the store");
        }
        try (StoreClient server = store.server(planning.language())) {
            ServedPlanning.Outcome outcome = planning.plan(
                    body -> server.post("/v1/care-plans", body),
                    customers,
                    written,
                    list.maxRejected(),
                    list.output(),
                    list.style());
            tell(outcome.planId(), outcome.repeated(), outcome.decisions(), outcome.workItems());
            tellStanding(outcome.standing());
            if (outcome.requests() > 1) {
                console.err()
                        .println("The server was asked in " + outcome.requests() + " parts, each with its share of the"
                                + " budget and of every capacity; customers of two parts do not compete.");
            }
            say(outcome.text());
            return ExitCode.OK;
        }
    }

    private void tell(String planId, boolean repeated, int decisions, int workItems) {
        console.err()
                .println("Plan " + planId + (repeated ? " had been kept before: " : " is kept: ")
                        + Counted.of(decisions, "decision") + ", " + Counted.of(workItems, "work item")
                        + (workItems > 0 ? "; what is to be done shows: holdfast work list " + store.words() : ""));
    }

    private void tellStanding(int decisions) {
        if (decisions > 0) {
            console.err()
                    .println(
                            Counted.of(decisions, "decision")
                                    + " beside them had been kept before, when other things were"
                                    + (decisions == 1
                                            ? " known of the customer, and stands; 'holdfast work lookup' says what holds."
                                            : " known of these customers, and stand; 'holdfast work lookup' says what holds for each."));
        }
    }

    /** Steps that were over before they came onto the work list. */
    private static long expired(CarePlan plan, Set<String> left, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return plan.decisions().stream()
                .filter(decision -> decision.status() == PlanStatus.PLANNED && !left.contains(decision.decisionId()))
                .flatMap(decision -> decision.play().orElseThrow().steps().stream())
                .filter(step -> step.expiresAt().isBefore(today))
                .count();
    }

    private void tellExpired(long steps, LocalDate day) {
        if (steps > 0) {
            console.err()
                    .println(Counted.of(steps, "of the work items has", "of the work items have")
                            + " expired already, since the plan begins on " + day
                            + ": 'holdfast work list' does not show " + (steps == 1 ? "it" : "them")
                            + "; expected an --as-of of these days for care"
                            + " that is to be carried out.");
        }
    }

    private Budget budget(Planning planning) {
        Map<String, Integer> teams = new TreeMap<>();
        Map<Channel, Integer> channels = new EnumMap<>(Channel.class);
        capacity.forEach((name, contacts) -> {
            if (contacts < 0) {
                throw new WrongOptionException("--capacity", name + "=" + contacts, "0 contacts or more");
            }
            Optional<Channel> channel = Channel.of(name);
            if (channel.isPresent()) {
                channels.put(channel.get(), contacts);
            } else if (planning.teams().containsKey(name)) {
                teams.put(name, contacts);
            } else {
                throw new WrongOptionException(
                        "--capacity",
                        name,
                        "a channel or a team of the playbook: "
                                + String.join(
                                        ", ", new TreeSet<>(planning.teams().keySet())));
            }
        });
        return new Budget(money, teams, channels);
    }
}
