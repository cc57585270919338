package org.redress.casefile;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Opens a PDF as a reader would. One that only forbids printing opens without a password and is taken; what starts
 * something when it is opened is not.
 */
final class PdfCheck {

    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName LAUNCH = COSName.getPDFName("Launch");

    private PdfCheck() {}

    /** @throws UploadRefused where it is locked, broken, without a page, or holds a program */
    static void look(String name, Path content) {
        try (PDDocument pdf = Loader.loadPDF(content.toFile())) {
            if (pdf.getNumberOfPages() == 0) {
                throw UploadCheck.broken(name);
            }
            if (holdsProgram(pdf.getDocument())) {
                throw UploadCheck.withProgram(name);
            }
        } catch (InvalidPasswordException locked) {
            throw UploadCheck.locked(name);
        } catch (IOException broken) {
            throw UploadCheck.broken(name);
        }
    }

    /** Every object of the file is asked, not only what a page leads to. */
    private static boolean holdsProgram(COSDocument document) {
        for (var key : document.getXrefTable().keySet()) {
            if (Thread.interrupted()) {
                return true;
            }
            COSObject object = document.getObjectFromPool(key);
            if (isProgram(object.getObject(), 0)) {
                return true;
            }
        }
        return isProgram(document.getTrailer(), 0);
    }

    private static boolean isProgram(COSBase found, int depth) {
        if (!(found instanceof COSDictionary dictionary) || depth > 8) {
            return false;
        }
        COSName does = dictionary.getCOSName(COSName.S);
        if (LAUNCH.equals(does) || JAVA_SCRIPT.equals(does) && dictionary.containsKey(COSName.JS)) {
            return true;
        }
        // what is written out in place; the rest are objects of their own
        return dictionary.getValues().stream().anyMatch(value -> !(value instanceof COSObject) && isProgram(value, depth + 1));
    }
}
