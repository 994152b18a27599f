package org.postern.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Looks before the server starts whether its port is free: the server itself answers a taken one with pages of trace
 * and the exit code of success. Runs as the Java agent of the README's first command.
 */
public final class PortCheck {
    private PortCheck() {}

    /** @param addressAndPort e.g. {@code 127.0.0.1:8080} */
    @SuppressWarnings("SystemOut")
    public static void premain(String addressAndPort) {
        int colon = addressAndPort.lastIndexOf(':');
        String port = addressAndPort.substring(colon + 1);
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(
                    InetAddress.getByName(addressAndPort.substring(0, colon)), Integer.parseInt(port)));
        } catch (IOException e) {
            System.err.println("Postern did not start: port " + port + " is taken (" + e.getMessage()
                    + "); stop what uses it, or add -Dpostern.port=" + (Integer.parseInt(port) + 1)
                    + " and POSTERN_ORIGINS=http://localhost:" + (Integer.parseInt(port) + 1));
            Runtime.getRuntime().halt(1);
        }
    }
}
