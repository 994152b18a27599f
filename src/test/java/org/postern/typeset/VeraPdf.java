package org.postern.typeset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF, the reference validator, finds wrong in a file. */
public final class VeraPdf {
    private VeraPdf() {}

    /** Each broken rule once, with its place, as PDF/A-2a and as PDF/UA-1. */
    public static List<String> findings(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        var findings = new ArrayList<String>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                                + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage() + " at "
                                + assertion.getLocation().getContext())
                        .forEach(findings::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ModelParsingException | EncryptedPdfException | ValidationException e) {
                throw new AssertionError("veraPDF cannot read the file", e);
            }
        }
        return findings;
    }
}
