package org.postern.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.typeset.Manuscript;
import org.postern.typeset.Paper;
import org.postern.typeset.Photo;

/**
 * What a batch keeps of one letter when it enters: everything that is printed, with its address, so that the same
 * batch is the same paper again however the directory changes. Sealed under the letter's key.
 *
 * @param manuscript with the address lines
 * @param sample whether its pages say that they are a sample
 * @param to whom it goes to, for covers and lists
 * @param outside what is put on the envelope, and on the sheets beside the letter
 */
public record Frozen(Manuscript manuscript, Paper paper, boolean sample, To to, Outside outside) {
    private static final int VERSION = 3;

    /** The one before translations were told from what was written: batches of then are printed again as they were. */
    private static final int BEFORE_TRANSLATIONS = 2;

    /**
     * How the address comes onto the envelope where no window shows it, and what else the place lets through.
     *
     * @param labels whether the place takes labels
     * @param codes whether it takes sheets with marks
     * @param sender the return address, null for none
     * @param misfit why it is not in a window although the place takes one, in English; null where it does not
     * @param reply whether a sheet and an envelope for the answer go with it
     */
    public record Outside(
            boolean labels,
            boolean codes,
            @Nullable String sender,
            @Nullable String misfit,
            boolean reply) {}

    /**
     * Whom a letter goes to, as volunteers match paper and envelope.
     *
     * @param name in the script of the place, as it stands in the address
     * @param latinName the same in Latin letters; equal to {@code name} where that is Latin
     * @param born a year, or null
     * @param number the prisoner's, or null
     * @param place the facility in Latin letters
     * @param country ISO 3166 alpha-2
     * @param language BCP 47, of the name
     */
    public record To(
            String name,
            String latinName,
            @Nullable String born,
            @Nullable String number,
            String place,
            String country,
            String language) {}

    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, manuscript.stationery());
            write(out, manuscript.language());
            out.writeLong(manuscript.date().toEpochDay());
            writeMaybe(out, manuscript.returnLine());
            out.writeInt(manuscript.addressLines().size());
            for (String line : manuscript.addressLines()) {
                write(out, line);
            }
            write(out, manuscript.body());
            write(out, manuscript.signature());
            Photo photo = manuscript.photo();
            out.writeBoolean(photo != null);
            if (photo != null) {
                writeBytes(out, photo.jpeg());
            }
            writeMaybe(out, manuscript.reference());
            Manuscript.Translated translated = manuscript.translated();
            writeMaybe(out, translated == null ? null : translated.from());
            writeMaybe(out, translated == null ? null : translated.original());
            write(out, paper.name());
            out.writeBoolean(sample);
            write(out, to.name());
            write(out, to.latinName());
            writeMaybe(out, to.born());
            writeMaybe(out, to.number());
            write(out, to.place());
            write(out, to.country());
            write(out, to.language());
            out.writeBoolean(outside.labels());
            out.writeBoolean(outside.codes());
            writeMaybe(out, outside.sender());
            writeMaybe(out, outside.misfit());
            out.writeBoolean(outside.reply());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Frozen of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION && version != BEFORE_TRANSLATIONS) {
                throw new IllegalStateException("A frozen letter of version " + version);
            }
            Manuscript manuscript = manuscript(in);
            if (version == VERSION) {
                manuscript = manuscript.translated(translated(in));
            }
            return new Frozen(manuscript, Paper.valueOf(read(in)), in.readBoolean(), to(in), outside(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manuscript manuscript(DataInputStream in) throws IOException {
        String stationery = read(in);
        String language = read(in);
        LocalDate date = LocalDate.ofEpochDay(in.readLong());
        String returnLine = readMaybe(in);
        List<String> address = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            address.add(read(in));
        }
        return new Manuscript(
                stationery, language, date, returnLine, address, read(in), read(in), photo(in), readMaybe(in));
    }

    private static Manuscript.@Nullable Translated translated(DataInputStream in) throws IOException {
        String from = readMaybe(in);
        String original = readMaybe(in);
        return from == null || original == null ? null : new Manuscript.Translated(from, original);
    }

    private static @Nullable Photo photo(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        try {
            return Photo.stored(readBytes(in));
        } catch (Photo.Unusable e) {
            throw new IllegalStateException("A photo that was printed cannot be read again", e);
        }
    }

    private static Outside outside(DataInputStream in) throws IOException {
        return new Outside(in.readBoolean(), in.readBoolean(), readMaybe(in), readMaybe(in), in.readBoolean());
    }

    private static To to(DataInputStream in) throws IOException {
        return new To(read(in), read(in), readMaybe(in), readMaybe(in), read(in), read(in), read(in));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writeMaybe(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            write(out, text);
        }
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static @Nullable String readMaybe(DataInputStream in) throws IOException {
        return in.readBoolean() ? read(in) : null;
    }
}
