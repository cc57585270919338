package org.redress.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that somebody hostile may have written: no document type, no entities, nothing fetched, bounded depth. */
final class ModelXml {

    private static final int DEEPEST = 200;

    /** The file is no XML that may be read. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean reachesOut;

        Unreadable(String message, boolean reachesOut) {
            super(message);
            this.reachesOut = reachesOut;
        }

        /** Whether it was refused because it declares what lies outside of it. */
        boolean reachesOut() {
            return reachesOut;
        }
    }

    private ModelXml() {}

    static Element root(byte[] content) throws Unreadable {
        try {
            return builder().parse(new InputSource(new ByteArrayInputStream(content))).getDocumentElement();
        } catch (SAXParseException broken) {
            boolean doctype = broken.getMessage().contains("DOCTYPE");
            throw new Unreadable(
                    doctype ? "it declares a document type." : "it is no well-formed XML, line " + broken.getLineNumber() + ".", doctype);
        } catch (SAXException | IOException broken) {
            throw new Unreadable("it is no well-formed XML.", false);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // the default handler writes to standard error
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("This Java cannot read XML safely", impossible);
        }
    }

    /** An element and all below it, in their order. */
    static List<Element> everything(Element root) {
        List<Element> all = new ArrayList<>();
        Node node = root;
        while (node != null) {
            if (node instanceof Element element) {
                all.add(element);
            }
            Node next = node.getFirstChild();
            while (next == null && node != null && node != root) {
                next = node.getNextSibling();
                node = next == null ? node.getParentNode() : node;
            }
            node = next;
        }
        return all;
    }

    static List<Attr> attributes(Element element) {
        List<Attr> found = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            found.add((Attr) attributes.item(i));
        }
        return found;
    }

    /** The words of an element itself, as the engine puts them together: those of its children left out. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The namespace of an element, empty where it has none. */
    static String namespace(Element element) {
        return element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    }

    static Element parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : null;
    }
}
