package nl.mjpmonitor.warehouse.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowEncodingTest {

    @Test
    void changeEventHasItsVersionAsOneUnsignedNumberOf128Bits() throws IOException {
        ChangeEventRow row = new ChangeEventRow(
                "s", "t", "k", 0x01020304L, 0x1112131415161718L, 0xFFFFFFFEL, "u", true, "é", -1, 2, "p", 3, 4);

        assertThat(encode(row))
                .isEqualTo(hex("s", "t", "k")
                        + "feffffff" + "1817161514131211" + "04030201"
                        + hex("u")
                        + "01"
                        + "02c3a9"
                        + "ffffffffffffffff" + "0200000000000000"
                        + hex("p")
                        + "03000000" + "0400000000000000");
    }

    @Test
    void monthlyCountHasItsMonthAsDays() throws IOException {
        MonthlyCountRow row = new MonthlyCountRow(
                "politie.A40", "BU09350000", LocalDate.of(2023, 5, 1).toEpochDay(), 1_000, -3, 1, 2);

        assertThat(encode(row))
                .isEqualTo(hex("politie.A40", "BU09350000")
                        + "164c"
                        + "e803000000000000"
                        + "fdffffffffffffff" + "0100000000000000" + "0200000000000000");
    }

    @Test
    void rejectedEventIsNewWithTheLowestStateVersion() throws IOException {
        RejectedEventRow row = new RejectedEventRow("p", 1, 2, "r", "d", "s", "t", "k", "v", 3);

        assertThat(encode(row))
                .isEqualTo(hex("p") + "01000000" + "0200000000000000" + hex("r", "d", "s", "t", "k", "v")
                        + "0300000000000000" + hex("new", "") + "0000000000000000");
    }

    @Test
    void freshnessHasItsMomentsInMilliseconds() throws IOException {
        assertThat(encode(new FreshnessRow("s", 1, 2))).isEqualTo(hex("s") + "0100000000000000" + "0200000000000000");
    }

    @Test
    void hotspotLifeHasItsTransitionsAsText() throws IOException {
        assertThat(encode(new HotspotLifeRow("h", "l", "a", 1, 2, "[]", 28, 5, 3)))
                .isEqualTo(hex("h", "l", "a")
                        + "0100000000000000" + "0200000000000000"
                        + hex("[]")
                        + "1c00" + "0500" + "0300");
    }

    @Test
    void caseStepStateMarksTheDaysThatAreNotThere() throws IOException {
        assertThat(encode(new CaseStepStateRow("c", "k", "lwo", 2, "a", 3, null, 4L, 60, "", true, 5, 6)))
                .isEqualTo(hex("c", "k", "lwo")
                        + "0200"
                        + hex("a")
                        + "03000000" + "01" + "00" + "04000000" + "3c00"
                        + hex("")
                        + "01" + "0500000000000000" + "0600000000000000");
    }

    @Test
    void signalHasItsFiguresInOrderAndNoMomentOfBeingOverWhileItIsOpen() throws IOException {
        SignalRow open =
                new SignalRow("i", "r", "s", "a", "p", "open", 1, 0, Map.of("b", "2", "a", "1"), "nl", "en", 2, 3);
        SignalRow over = new SignalRow("i", "r", "s", "a", "p", "over", 1, 2, Map.of(), "nl", "en", 2, 3);

        String head = hex("i", "r", "s", "a", "p");
        String tail = hex("nl", "en") + "0200000000000000" + "0300000000000000";
        assertThat(encode(open))
                .isEqualTo(head + hex("open") + "0100000000000000" + "01" + "02" + hex("a", "1", "b", "2") + tail);
        assertThat(encode(over))
                .isEqualTo(head + hex("over") + "0100000000000000" + "00" + "0200000000000000" + "00" + tail);
    }

    @Test
    void tableNoticeSaysWhetherItIsOpen() throws IOException {
        assertThat(encode(new TableNoticeRow("s", "t", TableNoticeRow.PAUSED, "", "d", true, "p", 7, 8)))
                .isEqualTo(
                        hex("s", "t", "paused", "", "d") + "01" + hex("p") + "0700000000000000" + "0800000000000000");
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHasDifferentColumns(WarehouseTable table) {
        assertThat(RowEncoding.columns(table)).isNotEmpty().doesNotHaveDuplicates();
    }

    private static String encode(WarehouseRow row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowEncoding.write(row, new RowBinaryFormatSerializer(bytes), bytes);
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** Strings as RowBinary writes them: length and bytes. */
    private static String hex(String... texts) {
        StringBuilder encoded = new StringBuilder();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            encoded.append(HexFormat.of().toHexDigits((byte) bytes.length))
                    .append(HexFormat.of().formatHex(bytes));
        }
        return encoded.toString();
    }
}
