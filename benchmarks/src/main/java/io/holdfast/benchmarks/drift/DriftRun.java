package io.holdfast.benchmarks.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Lives through one seed: months without care, then every arm in a world of its own, forked from the same state and with the same chance. */
final class DriftRun {
    private final DriftSettings settings;
    private final List<Arm> arms;
    private final Path folder;
    private final Consumer<MonthFigures> figures;
    private final Consumer<String> progress;
    private final Map<Arm, Life> lives = new EnumMap<>(Arm.class);

    /** An arm's world, what it has to learn from, and the lists whose horizon has not passed. */
    private record Life(LivedWorld world, LearningTable table, Deque<Open> open) {}

    private record Open(MonthList list, int rows) {}

    /**
     * @param folder for files in between, that exists
     * @param figures hears of each month of each arm, as soon as its horizon has passed
     * @param progress hears of what is done
     */
    DriftRun(
            DriftSettings settings,
            List<Arm> arms,
            Path folder,
            Consumer<MonthFigures> figures,
            Consumer<String> progress) {
        this.settings = settings;
        this.arms = arms;
        this.folder = folder;
        this.figures = figures;
        this.progress = progress;
    }

    void run() throws IOException {
        Map<Integer, Double> first = begin();
        for (int month = 0; month < settings.end() - settings.before(); month++) {
            for (Arm arm : arms) {
                live(arm, month, first);
            }
        }
        lives.values().forEach(life -> life.world().close());
    }

    /** Before anybody was cared for all learn the same, so the first model is everybody's. */
    private Map<Integer, Double> begin() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        try (LivedWorld world = LivedWorld.begin(settings, before)) {
            for (int month = 0; month < settings.before(); month++) {
                world.live();
            }
            LearningTable table = new LearningTable(settings, Arm.NAIVE, before);
            table.learn(world);
            Map<Integer, Double> risks = risks(table, world);
            for (Arm arm : arms) {
                Path own = Files.createDirectory(folder.resolve(arm.code()));
                lives.put(arm, new Life(world.fork(own), table.fork(arm, own), new ArrayDeque<>()));
            }
            return risks;
        }
    }

    private void live(Arm arm, int month, Map<Integer, Double> first) throws IOException {
        Life life = lives.get(arm);
        LivedWorld world = life.world();
        if (month < settings.months()) {
            long began = System.nanoTime();
            if (month > 0) {
                life.table().learn(world);
            }
            Map<Integer, Double> risks = month == 0 ? first : risks(life.table(), world);
            MonthList list = MonthList.of(world.month(), risks, settings.listShare());
            life.open().add(new Open(list, life.table().rows()));
            world.live(arm.cares() ? list.list() : List.of());
            progress.accept(arm.code() + ", month " + (month + 1) + ": learned from "
                    + life.table().rows() + " rows, " + life.table().heldOutLeavers() + " held-out lines that left, "
                    + list.list().size() + " of " + risks.size() + " on the list, "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s");
        } else {
            world.live();
        }
        while (!life.open().isEmpty()
                && life.open().peek().list().month() + DriftSettings.HORIZON_MONTHS <= world.month()) {
            Open past = life.open().remove();
            figures.accept(MonthFigures.of(settings, arm, past.list(), past.rows(), world));
        }
    }

    private Map<Integer, Double> risks(LearningTable table, LivedWorld world) throws IOException {
        return MonthlyModel.risks(
                table.withToday(world), DriftSettings.day(world.month()), settings.seed(), settings.threads());
    }
}
