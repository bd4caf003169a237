package cn.qifeng.launcher.up;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of this machine for processes that are about to start. */
public final class Ports {

    private static final int MAX = 65_536;
    private static final int UNPRIVILEGED = 1024;
    private static final int FIRST = 20_000;
    private static final int OUTGOING = 32_768;
    private static final int TRIED = 1_000;

    private Ports() {}

    /**
     * A free port below those that the system gives to outgoing connections: one of these could be taken by a connection of
     * the services themselves before the process that is to listen on it has started.
     *
     * @throws CannotStart when none of a thousand is free
     */
    public static int anyFree() {
        return ThreadLocalRandom.current()
                .ints(TRIED, FIRST, OUTGOING)
                .filter(Ports::free)
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "No port between " + FIRST + " and " + OUTGOING + " is free. End what holds them."));
    }

    /** Throws {@link CannotStart} with the number of the next free port when {@code port} is not free. */
    static void requireFree(int port) {
        if (!free(port)) {
            int other = IntStream.concat(IntStream.range(port + 1, MAX), IntStream.range(UNPRIVILEGED, port))
                    .filter(Ports::free)
                    .findFirst()
                    .orElse(0);
            throw new CannotStart("Port " + port
                    + " is in use, or not allowed to you. Choose another one: ./qifeng up --port " + other);
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException used) {
            return false;
        }
    }
}
