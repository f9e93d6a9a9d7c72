package nl.mjpmonitor.ops.launcher;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The port of each listener. */
public final class Ports {

    private static final int LOWEST_FREE = 20_000;
    private static final int LOWEST_EPHEMERAL = 32_768;

    private final EnumMap<PortName, Integer> numbers;

    private Ports(EnumMap<PortName, Integer> numbers) {
        this.numbers = numbers;
    }

    /** The standard ports, overruled by the environment and then by options of the form name to number. */
    static Ports of(Map<String, String> environment, Map<String, Integer> options) {
        EnumMap<PortName, Integer> numbers = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            String given = environment.get(name.variable());
            numbers.put(name, given == null ? name.standard() : number(name.variable(), given));
        }
        options.forEach((label, number) -> numbers.put(named(label), checked(label, number)));
        refuseDoubles(numbers);
        return new Ports(numbers);
    }

    /**
     * Ports that are free at this moment; for tests. They lie below those that the operating system gives to outgoing connections, so
     * that none of these takes one before it is used.
     */
    public static Ports free() {
        EnumMap<PortName, Integer> numbers = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST_FREE, LOWEST_EPHEMERAL);
            while (numbers.containsValue(candidate) || !PortCheck.isFree(candidate)) {
                candidate = ThreadLocalRandom.current().nextInt(LOWEST_FREE, LOWEST_EPHEMERAL);
            }
            numbers.put(name, candidate);
        }
        return new Ports(numbers);
    }

    /** The number of one port. */
    public int port(PortName name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("No number for " + name);
        }
        return number;
    }

    /** Host and port as a client needs them. */
    String address(PortName name) {
        return "127.0.0.1:" + port(name);
    }

    /** Where a component tells its metrics on a port of its own. */
    URI metrics(PortName name) {
        return URI.create("http://%s/metrics".formatted(address(name)));
    }

    private static PortName named(String label) {
        return Arrays.stream(PortName.values())
                .filter(name -> name.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no port called '%s'; the ports are %s."
                        .formatted(
                                label,
                                Arrays.stream(PortName.values())
                                        .map(PortName::label)
                                        .collect(Collectors.joining(", ")))));
    }

    private static int number(String origin, String text) {
        try {
            return checked(origin, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new LauncherException("%s is '%s', which is no port number.".formatted(origin, text), e);
        }
    }

    private static int checked(String origin, int number) {
        if (number < 1 || number > 65535) {
            throw new LauncherException("%s is %d; a port lies between 1 and 65535.".formatted(origin, number));
        }
        return number;
    }

    private static void refuseDoubles(Map<PortName, Integer> numbers) {
        numbers.entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue))
                .forEach((number, entries) -> {
                    if (entries.size() > 1) {
                        throw new LauncherException("Port %d is given to %s and to %s; each needs its own."
                                .formatted(
                                        number,
                                        entries.get(0).getKey().label(),
                                        entries.get(1).getKey().label()));
                    }
                });
    }
}
