package io.holdfast.features.duckdb;

import java.io.IOException;
import java.nio.file.Files;

/** A process that has spilled something and has a database on the disk, says where, and waits to be ended. */
final class OpenDatabase {
    private OpenDatabase() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Database database = Database.open(new DatabaseSettings(1, 256));
        Files.createFile(database.file("spilled"));
        database.openDisk();
        database.run("CREATE TABLE " + Database.DISK + ".kept AS SELECT i FROM range(300000) AS made (i)");
        System.out.println(database.file("spilled"));
        System.out.flush();
        Thread.sleep(60_000);
    }
}
