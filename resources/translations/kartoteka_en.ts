<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Kartoteka::FieldForm</name>
    <message numerus="yes">
        <source>%n more field(s)</source>
        <translation>
            <numerusform>%n more field</numerusform>
            <numerusform>%n more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::OfficeWidget</name>
    <message numerus="yes">
        <source>(%n newer value(s) left as they are)</source>
        <translation>
            <numerusform>(%n newer value left as it is)</numerusform>
            <numerusform>(%n newer values left as they are)</numerusform>
        </translation>
    </message>
</context>
</TS>
