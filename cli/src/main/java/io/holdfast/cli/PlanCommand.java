package io.holdfast.cli;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.cli.planning.KeptPlanning;
import io.holdfast.cli.planning.PlanFile;
import io.holdfast.cli.planning.PlanTable;
import io.holdfast.cli.planning.PlanText;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.planning.PlanKeeper;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreUnavailableException;
import io.holdfast.serving.store.WriteRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
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
            "With --store the plan is kept there, and what the store knows counts beside the table: consent, contacts, decisions that still stand. No server may hold the file meanwhile."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook datasets/playbooks/telecom.yaml",
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook plays.yaml --capacity retention-desk=200",
            "  holdfast plan telco.bundle customers.csv --budget 5000 -o plan.csv \\",
            "    --playbook plays.yaml --store care.db",
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
                    "The customers: CSV with the columns of the model and of the playbook; or the description of a history, .yaml, for a model that learned from one.")
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
                    "Contacts of a team, or of a channel (phone, message, email, letter, in-person), instead of the playbook's. May be repeated.")
    private Map<String, Integer> capacity = Map.of();

    @Option(
            names = "-o",
            required = true,
            paramLabel = "OUT.csv",
            description = "The plan, compressed if it ends in .gz.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace the output if it exists.")
    private boolean overwrite;

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

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--raw",
            description = "Do not put an apostrophe before text that a spreadsheet would take for a formula.")
    private boolean raw;

    @Option(names = "--bom", description = "Begin with a byte order mark, so that Excel reads UTF-8.")
    private boolean byteOrderMark;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private TableOptions format = new TableOptions();

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outputs.requireApart(output, bundle, table, playbook);
        Outputs.requireNew(output, overwrite);
        if (!(money >= 0)) {
            throw new WrongOptionException("--budget", Double.toString(money), "0 or more");
        }
        ModelBundle loaded = BundleReader.read(bundle);
        if (!Histories.isDescription(table)) {
            return plan(loaded, table);
        }
        LearnedFeatures learned = LearnedFeatures.of(loaded, bundle, table);
        try (Scratch folder = Scratch.create()) {
            Path features = folder.path().resolve("features.csv");
            learned.write(console, table, asOf, features).forEach(console.out()::println);
            return plan(loaded, features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int plan(ModelBundle loaded, Path customers) {
        Playbook chosen = PlaybookChoice.of(loaded, Optional.ofNullable(playbook))
                .orElseThrow(() -> new InputException(
                        "no_playbook", bundle + " holds no playbook; give one with --playbook (docs/playbook.md)"));
        Planner planner =
                new Planner(chosen, ActionEffects.none(), loaded.description().reasons());
        Planning planning = chosen.planning().orElseThrow();
        Budget budget = budget(planning);
        Instant now = Instants.ofRun(console.clock());
        LocalDate day = Instants.day("--as-of", asOf, now);
        PlanSettings settings = PlanSettings.of(day);
        if (campaign != null) {
            settings = settings.withCampaign(campaign);
        }
        TableFormat given = format.over(loaded.description().format());
        PlanTable rows = new PlanTable(loaded, planning, day);
        CarePlan plan = store.isGiven()
                ? kept(new KeptPlanning(loaded, chosen, planner, budget, settings, day, now), rows, customers, given)
                : planner.plan(rows.read(customers, given, Set.of()), budget, settings);
        Language shown = language.or(loaded.description().language());
        CsvStyle style = raw ? CsvStyle.raw() : CsvStyle.spreadsheet();
        PlanFile.write(plan, output, shown, byteOrderMark ? style.withByteOrderMark() : style);
        PlanText.of(plan, shown).forEach(line -> console.out().println(Excerpt.plain(line)));
        return ExitCode.OK;
    }

    private CarePlan kept(KeptPlanning planning, PlanTable rows, Path customers, TableFormat given) {
        try (Store open = Store.open(store.location())) {
            KeptPlanning.Outcome outcome = planning.plan(open, rows, customers, given);
            tell(outcome.receipt());
            return outcome.plan();
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

    private void tell(PlanKeeper.Kept kept) {
        console.err()
                .println("Plan " + kept.planId() + (kept.repeated() ? " had been kept before: " : " is kept: ")
                        + kept.decisions() + " decisions, " + kept.workItems() + " work items");
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
