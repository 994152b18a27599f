package org.postern.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent, read strictly: the server's own reader silently loses the last of 20,000 fields and accepts
 * broken UTF-8, and a letter must never be cut or altered. Line ends become {@code \n}.
 */
public final class Form {
    private static final String KEPT = Form.class.getName();
    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_TEXT_BYTES = 1_048_576;

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<byte[]>> files = new LinkedHashMap<>();

    private Form() {}

    /**
     * Reads the form, or gives what was read already: a body can be read once, and the guard asks before the resource.
     *
     * @throws BadRequestException if it is not strict UTF-8 or has too many fields
     * @throws ClientErrorException 413 if it is too long
     */
    public static Form of(HttpServletRequest request) {
        Object kept = request.getAttribute(KEPT);
        if (kept instanceof WebApplicationException unreadable) {
            throw unreadable;
        }
        if (kept instanceof Form form) {
            return form;
        }
        Form form = read(request);
        request.setAttribute(KEPT, form);
        return form;
    }

    /**
     * Reads the form before the REST servlet does: that one looks whether there is a body by taking a byte of it, and
     * keeps the byte, unless head and body came in one packet. The first field would lose its first letter, and with it
     * a token or the first part of a letter. What is unreadable is said when somebody asks for it.
     */
    static void readEarly(HttpServletRequest request) {
        try {
            of(request);
        } catch (WebApplicationException unreadable) {
            request.setAttribute(KEPT, unreadable);
        }
    }

    private static Form read(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        Form form = new Form();
        try {
            if (type.startsWith("multipart/form-data")) {
                form.readParts(request);
            } else {
                form.readEncoded(request);
            }
        } catch (IOException | ServletException e) {
            throw new BadRequestException("The form did not arrive whole", e);
        } catch (IllegalStateException e) {
            throw new ClientErrorException("The form is too large", 413, e);
        }
        return form;
    }

    /** @return a field's text without surrounding blanks, empty if absent */
    public String text(String name) {
        List<String> all = texts.get(name);
        return all == null ? "" : all.get(0).strip();
    }

    /** @return a field's text as it was typed, empty if absent */
    public String raw(String name) {
        List<String> all = texts.get(name);
        return all == null ? "" : all.get(0);
    }

    public List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** @return texts by the rest of their names, of those that begin so and are not empty */
    public Map<String, String> beginning(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        texts.keySet().stream()
                .filter(name -> name.startsWith(prefix) && !text(name).isEmpty())
                .forEach(name -> found.put(name.substring(prefix.length()), text(name)));
        return found;
    }

    /** @return whether a button or a tick box of this name was sent */
    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /** @return a file's bytes; null if none was chosen */
    public byte @Nullable [] file(String name) {
        List<byte[]> all = files(name);
        return all.isEmpty() ? null : all.get(0);
    }

    /** @return the bytes of all files of a field that takes several, in the order they were chosen */
    public List<byte[]> files(String name) {
        return files.getOrDefault(name, List.of());
    }

    private void readParts(HttpServletRequest request) throws IOException, ServletException {
        int fields = 0;
        for (Part part : request.getParts()) {
            refuseTooMany(++fields);
            byte[] bytes = part.getInputStream().readAllBytes();
            if (part.getSubmittedFileName() != null) {
                if (bytes.length > 0) {
                    files.computeIfAbsent(part.getName(), n -> new ArrayList<>())
                            .add(bytes);
                }
            } else {
                put(part.getName(), strict(bytes));
            }
            part.delete();
        }
    }

    private void readEncoded(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_TEXT_BYTES + 1);
        if (body.length > LONGEST_TEXT_BYTES) {
            throw new ClientErrorException("The form is too large", 413);
        }
        int fields = 0;
        for (String pair : strict(body).split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            refuseTooMany(++fields);
            int equals = pair.indexOf('=');
            put(
                    decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
    }

    private void put(String name, String text) {
        if (text.length() > LONGEST_TEXT_BYTES) {
            throw new ClientErrorException("The form is too large", 413);
        }
        texts.computeIfAbsent(name, n -> new ArrayList<>())
                .add(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static String decode(String encoded) {
        try {
            // Latin-1 keeps each byte as it is, so that the strict check sees what was sent.
            return strict(
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The form is not readable", e);
        }
    }

    private static String strict(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new BadRequestException("The form holds a null character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BadRequestException("The form is not UTF-8", e);
        }
    }

    private static void refuseTooMany(int fields) {
        if (fields > MOST_FIELDS) {
            throw new BadRequestException("The form has too many fields");
        }
    }
}
