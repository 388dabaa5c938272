package io.holdfast.features.duckdb;

import java.io.IOException;
import java.nio.file.Files;

/** A process that has spilled something, says where, and waits to be ended. */
final class OpenDatabase {
    private OpenDatabase() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Database database = Database.open(new DatabaseSettings(1, 256));
        Files.createFile(database.file("spilled"));
        System.out.println(database.file("spilled"));
        System.out.flush();
        Thread.sleep(60_000);
    }
}
