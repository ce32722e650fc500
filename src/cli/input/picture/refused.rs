//! Files that are known and not read, with the way to frames.

use super::super::InputError;

/// What a file's first bytes say it is, and what makes frames of it.
struct Refused {
    /// Where the mark is.
    at: usize,
    mark: &'static [u8],
    name: &'static str,
    advice: &'static str,
}

const H5PY: &str = "make an array of it in Python, of its data set's name:\nimport h5py, numpy\nnumpy.save(\"film.npy\", h5py.File(\"film.h5\")[\"NAME\"][:])";
const NETCDF: &str = "make an array of it in Python, of its variable's name:\nimport netCDF4, numpy\nnumpy.save(\"film.npy\", netCDF4.Dataset(\"film.nc\")[\"NAME\"][:])";
const FFMPEG: &str =
    "let ffmpeg read it: ffmpeg -i FILM -f image2pipe -c:v ppm - | plotreel render - -o OUT";
const PILLOW: &str = "make a PNG of it in Python:\nfrom PIL import Image\nImage.open(\"picture.avif\").save(\"picture.png\")";

const REFUSED: [Refused; 17] = [
    refused(
        0,
        b"SIMPLE  =",
        "a FITS file",
        "make an array of it in Python:\nimport numpy, astropy.io.fits\nnumpy.save(\"film.npy\", astropy.io.fits.getdata(\"film.fits\"))",
    ),
    refused(0, b"\x89HDF\r\n\x1a\n", "an HDF5 file", H5PY),
    refused(
        0,
        b"\x0e\x03\x13\x01",
        "an HDF4 file",
        "make an array of it in Python, of its data set's name:\nimport numpy, pyhdf.SD\nnumpy.save(\"film.npy\", pyhdf.SD.SD(\"film.hdf\").select(\"NAME\")[:])",
    ),
    refused(0, b"MATLAB 7.3 MAT-file", "a MATLAB 7.3 file (HDF5)", H5PY),
    refused(
        0,
        b"MATLAB 5.0 MAT-file",
        "a MATLAB file",
        "make an array of it in Python, of its variable's name:\nimport numpy, scipy.io\nnumpy.save(\"film.npy\", scipy.io.loadmat(\"film.mat\")[\"NAME\"])",
    ),
    refused(0, b"CDF\x01", "a NetCDF file", NETCDF),
    refused(0, b"CDF\x02", "a NetCDF file", NETCDF),
    refused(0, b"CDF\x05", "a NetCDF file", NETCDF),
    refused(
        128,
        b"DICM",
        "a DICOM file",
        "make an array of it in Python:\nimport numpy, pydicom\nnumpy.save(\"film.npy\", pydicom.dcmread(\"film.dcm\").pixel_array)",
    ),
    refused(
        0,
        b"\x76\x2f\x31\x01",
        "an OpenEXR picture",
        "let ffmpeg read it: ffmpeg -i PICTURE -c:v png PICTURE.png",
    ),
    refused(4, b"ftypavif", "an AVIF picture", PILLOW),
    refused(4, b"ftypheic", "a HEIF picture", PILLOW),
    refused(0, b"\0\0\0\x0cjP  ", "a JPEG 2000 picture", PILLOW),
    refused(4, b"ftyp", "a film", FFMPEG),
    refused(0, b"\x1a\x45\xdf\xa3", "a film", FFMPEG),
    refused(8, b"AVI ", "a film", FFMPEG),
    refused(
        0,
        b"%PDF",
        "a PDF file",
        "draw its pages first: pdftoppm -png FILE.pdf page",
    ),
];

const fn refused(
    at: usize,
    mark: &'static [u8],
    name: &'static str,
    advice: &'static str,
) -> Refused {
    Refused {
        at,
        mark,
        name,
        advice,
    }
}

/// Bytes that tell what is refused.
pub(in crate::cli::input) const REFUSED_START: u64 = 132;

/// The error of what begins with these bytes, if they are known.
pub(in crate::cli::input) fn refusal(name: &str, start: &[u8]) -> Option<InputError> {
    let is_of = |kind: &&Refused| {
        start
            .get(kind.at..)
            .is_some_and(|s| s.starts_with(kind.mark))
    };
    let kind = REFUSED.iter().find(is_of)?;
    let reason = format!("it is {}, which is not read", kind.name);
    Some(InputError::new(name, reason).advise(kind.advice))
}
