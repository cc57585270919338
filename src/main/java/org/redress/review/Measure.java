package org.redress.review;

/** A measure of review.md table T5. Which of them a body may take on a route is for the table AvailableMeasures to say. */
public enum Measure {
    P1("The complaint is to be investigated"),
    P2("The force is to refer the complaint to the IOPC"),
    P3("The complaint is to be re-investigated"),
    P4("Own findings in place of the investigator's"),
    P5("There is a case to answer, or none, for misconduct or gross misconduct"),
    P6("Performance is, or is not, unsatisfactory"),
    P7("Disciplinary proceedings in a stated form"),
    P8("Existing disciplinary proceedings are to be changed"),
    P9("The report is to go to the Director of Public Prosecutions"),
    P10("Remedy the dissatisfaction: for example an explanation, an apology or a correction"),
    P11("Learning for the organisation, with a reply and publication"),
    P12("Compensation"),
    P13("Overturn or replace the force's decision"),
    P14("Direct the force to carry out a recommendation on misconduct");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
