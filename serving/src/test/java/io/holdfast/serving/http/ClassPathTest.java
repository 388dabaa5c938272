package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does not have on its class path it cannot load, whatever a request or a bundle says. */
final class ClassPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.holdfast.training.publish.TrainingRun",
                "io.holdfast.cli.HoldfastCommand",
                "org.tribuo.classification.sgd.linear.LinearSGDTrainer",
                "org.tribuo.classification.xgboost.XGBoostClassificationTrainer",
                "org.tribuo.common.tree.AbstractCARTTrainer",
                "org.tribuo.data.columnar.RowProcessor",
                "org.duckdb.DuckDBDriver",
                "org.apache.spark.sql.SparkSession",
                "org.h2.Driver"
            })
    void holdsNoTrainerAndNoDatabase(String name) {
        assertThatThrownBy(() -> Class.forName(name, false, getClass().getClassLoader()))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
