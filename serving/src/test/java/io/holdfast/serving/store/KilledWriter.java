package io.holdfast.serving.store;

import static io.holdfast.serving.store.ContactsOf.contact;
import static io.holdfast.serving.store.PlansOf.WRITING;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A process that writes to a store until it is killed, and says what was acknowledged. */
final class KilledWriter {
    static final int THREADS = 4;

    private KilledWriter() {}

    /**
     * Writes until it is killed.
     *
     * @param args the store's file, then for every thread the number of its first contact
     */
    public static void main(String[] args) {
        Store store = Store.open(new StoreLocation.SqliteFile(Path.of(args[0])));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        IntStream.range(0, THREADS)
                .forEach(thread ->
                        new Thread(() -> write(store, out, thread, Integer.parseInt(args[1 + thread]))).start());
    }

    private static void write(Store store, PrintStream out, int thread, int first) {
        for (int i = first; ; i++) {
            store.contacts().add(contact(id(thread, i), "C-" + thread, "hello"), WRITING);
            out.println(thread + " " + i);
        }
    }

    static String id(int thread, int number) {
        return "k-" + thread + "-" + number;
    }
}
