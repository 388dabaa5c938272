package io.holdfast.training.data;

import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.table.TableRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over names and cells of some columns, each preceded by its length. What the file looks like otherwise
 * (delimiter, quotes, encoding, line ends, compression, order of the columns, further columns) does not count.
 */
final class ContentDigest {
    private final MessageDigest sha = Sha256.digest();
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private final int[] positions;

    /**
     * @param names of the columns that count
     * @param positions of these columns in a row
     */
    ContentDigest(List<String> names, int[] positions) {
        this.positions = positions.clone();
        put(names.size());
        names.forEach(this::put);
    }

    void add(TableRow row) {
        for (int position : positions) {
            put(row.cell(position));
        }
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        sha.update(bytes);
    }

    private void put(int number) {
        sha.update(length.putInt(0, number).array());
    }

    /** 64 hexadecimal digits; ends the work. */
    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
