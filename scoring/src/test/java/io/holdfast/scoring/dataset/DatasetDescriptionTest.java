package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.table.TableFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatasetDescriptionTest {
    @Test
    void readsEveryKey() {
        DatasetDescription full = Descriptions.read(Descriptions.FULL);

        assertThat(full.name()).isEqualTo("full-table.1");
        assertThat(full.title().in(Language.CHINESE)).isEqualTo("全部");
        assertThat(full.tablePath()).isEqualTo("data/full.csv");
        assertThat(full.format().delimiter()).isEqualTo('\t');
        assertThat(full.format().encoding()).isEqualTo(Charset.forName("GB18030"));
        assertThat(full.format().missing()).containsExactly("", "NA", "-");
        assertThat(full.horizonDays()).hasValue(30);
        assertThat(full.leadDays()).hasValue(7);
        assertThat(full.validDays()).isEqualTo(14);
        assertThat(full.language()).isEqualTo(Language.CHINESE);
        assertThat(full.estimand()).isEqualTo(Estimand.NO_CARE);
        assertThat(full.estimand().code()).isEqualTo("no-care");
        assertThat(full.bands()).isEqualTo(new BandCuts(40, 75.5, 99));
        assertThat(full.leastImpact()).isEqualTo(0.1);
        assertThat(full.acknowledged()).containsOnlyKeys("near-copies").containsValue("同一家庭");
        assertThat(full.reasons().reason("price").name().in(Language.ENGLISH)).isEqualTo("Tariff");
        assertThat(full.columns())
                .map(Column::name)
                .startsWith("客户号", "left", "as_of")
                .hasSize(11);
    }

    @Test
    void readsEveryRoleAndAttribute() {
        DatasetDescription full = Descriptions.read(Descriptions.FULL);

        assertThat(full.columns())
                .map(Column::role)
                .containsExactly(
                        ColumnRole.ID,
                        ColumnRole.LABEL,
                        ColumnRole.DATE,
                        ColumnRole.GROUP,
                        ColumnRole.OWNER,
                        ColumnRole.PREFERENCE,
                        ColumnRole.CONSENT,
                        ColumnRole.IGNORE,
                        ColumnRole.IGNORE,
                        ColumnRole.FEATURE,
                        ColumnRole.FEATURE);
        assertThat(full.id()).map(Column::name).contains("客户号");
        assertThat(full.label().positive()).isEqualTo("J");
        assertThat(full.label().flagTokens().isYes("J")).isTrue();
        assertThat(full.with(ColumnRole.DATE)).map(Column::kind).contains(ColumnKind.DATE);
        assertThat(full.with(ColumnRole.CONSENT)).map(Column::kind).contains(ColumnKind.FLAG);
        assertThat(full.features()).map(Column::name).containsExactly("months", "charge");
        assertThat(full.valueColumn()).map(Column::name).contains("charge");
        Column months = full.column("months").orElseThrow();
        assertThat(months.monotone()).isEqualTo(Monotone.DOWN);
        assertThat(months.unit().in(Language.CHINESE)).isEqualTo("个月");
        assertThat(months.acknowledged()).isEqualTo("known beforehand");
        assertThat(months.reason()).isEqualTo(Column.PROFILE);
        assertThat(months.actionable()).isTrue();
        Column charge = full.column("charge").orElseThrow();
        assertThat(charge.value()).isTrue();
        assertThat(charge.actionable()).isFalse();
        assertThat(charge.reason()).isEqualTo("price");
        assertThat(full.column("sex").orElseThrow().sensitive()).isTrue();
        assertThat(full.column("none")).isEmpty();
    }

    @Test
    void needsLittleAndFallsBackForTheRest() {
        DatasetDescription small = Descriptions.with("");

        assertThat(small.format()).isEqualTo(TableFormat.csv());
        assertThat(small.title().isEmpty()).isTrue();
        assertThat(small.horizonDays()).isEmpty();
        assertThat(small.leadDays()).isEmpty();
        assertThat(small.validDays()).isEqualTo(30);
        assertThat(small.language()).isEqualTo(Language.ENGLISH);
        assertThat(small.estimand()).isEqualTo(Estimand.USUAL_CARE);
        assertThat(small.bands()).isEqualTo(BandCuts.standard());
        assertThat(small.leastImpact()).isEqualTo(0.05);
        assertThat(small.acknowledged()).isEmpty();
        assertThat(small.reasons()).isSameAs(ReasonCatalogue.standard());
        assertThat(small.label().kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(small.valueColumn()).isEmpty();
    }

    @Test
    void findsTheTableBesideItself() {
        assertThat(Descriptions.read(Descriptions.FULL).table(Path.of("datasets", "full", "dataset.yaml")))
                .isEqualTo(Path.of("datasets", "full", "data", "full.csv"));
        assertThat(Descriptions.with("").table(Path.of("dataset.yaml"))).isEqualTo(Path.of("small.csv"));
    }
}
