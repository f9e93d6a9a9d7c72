package nl.mjpmonitor.dashboard.sending;

/** What other mail servers say, as it can be kept and shown: one line of limited length. */
final class ServerWords {

    static final int LONGEST = 500;

    private ServerWords() {}

    static String oneLine(String text) {
        return oneLine(text, LONGEST);
    }

    static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
        return line.substring(0, Math.min(line.length(), longest));
    }
}
