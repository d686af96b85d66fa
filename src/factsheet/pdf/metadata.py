"""What a document says of itself: dates that come from the edition, and XMP (ISO 16684-1)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from ..model.placed import Metadata

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Stamp:
    """ReportLab's time stamp without a clock: midnight UTC of the day of issue, or the given moment."""

    def __init__(self, issued: str) -> None:
        """Take ISO 8601: a year, month, day, or a full moment; what is left out is the first of it."""
        moment = datetime.fromisoformat(issued + {4: "-01-01", 7: "-01"}.get(len(issued), ""))
        self.datetime = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        self.t = self.datetime.timestamp()
        self.lt = self.datetime.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"

    def __str__(self) -> str:
        """Spell it as XMP does."""
        return self.datetime.strftime("%Y-%m-%dT%H:%M:%S+00:00")


def describe(document: Any, metadata: Metadata) -> None:
    """Put XMP with the PDF/UA-1 identifier (ISO 14289-1, 5) in the catalog; it says what the Info dictionary says."""
    values = {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "language": metadata.language,
        "date": str(document._timeStamp),
        "creator": document.info.creator,
        "producer": document.info.producer,
    }
    packet = _PACKET.format(**{key: escape(value) for key, value in values.items()}).encode("utf-8")
    document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: packet)
