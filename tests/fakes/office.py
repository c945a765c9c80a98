"""Files that LibreOffice writes, and scans of printed pages."""

import io
import subprocess
from pathlib import Path

import pypdfium2

SECONDS = 120  # for LibreOffice to start on a busy machine
DPI = 200


def converted(content: bytes, name: str, to: str, folder: Path) -> bytes:
    """A file in another format, written by LibreOffice."""
    source = folder / name
    source.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder / to)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=SECONDS)
    return (folder / to / source.with_suffix(f".{to}").name).read_bytes()


def scanned(pdf: bytes, degrees: float = 0.5) -> bytes:
    """The pages of a PDF as grey pictures, a little askew, in one .tif."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for page in document:
            picture = page.render(scale=DPI / 72).to_pil().convert("L")
            pages.append(picture.rotate(degrees, fillcolor=255))
            page.close()
    sheet = io.BytesIO()
    pages[0].save(sheet, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    return sheet.getvalue()
