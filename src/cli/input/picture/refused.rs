//! Files that are recognised but not supported, with instructions to convert them.

use super::super::InputError;

/// A format, recognised by its first bytes, and how to convert it to frames.
struct Refused {
    /// The position of the magic bytes.
    at: usize,
    mark: &'static [u8],
    name: &'static str,
    advice: &'static str,
}

const H5PY: &str = "convert it to an array in Python, with the name of its data set:\nimport h5py, numpy\nnumpy.save(\"film.npy\", h5py.File(\"film.h5\")[\"NAME\"][:])";
const NETCDF: &str = "convert it to an array in Python, with the name of its variable:\nimport netCDF4, numpy\nnumpy.save(\"film.npy\", netCDF4.Dataset(\"film.nc\")[\"NAME\"][:])";
const FFMPEG: &str =
    "convert it with ffmpeg: ffmpeg -i FILM -f image2pipe -c:v ppm - | plotreel render - -o OUT";
const PILLOW: &str = "convert it to PNG in Python:\nfrom PIL import Image\nImage.open(\"picture.avif\").save(\"picture.png\")";

const REFUSED: [Refused; 17] = [
    refused(
        0,
        b"SIMPLE  =",
        "a FITS file",
        "convert it to an array in Python:\nimport numpy, astropy.io.fits\nnumpy.save(\"film.npy\", astropy.io.fits.getdata(\"film.fits\"))",
    ),
    refused(0, b"\x89HDF\r\n\x1a\n", "an HDF5 file", H5PY),
    refused(
        0,
        b"\x0e\x03\x13\x01",
        "an HDF4 file",
        "convert it to an array in Python, with the name of its data set:\nimport numpy, pyhdf.SD\nnumpy.save(\"film.npy\", pyhdf.SD.SD(\"film.hdf\").select(\"NAME\")[:])",
    ),
    refused(0, b"MATLAB 7.3 MAT-file", "a MATLAB 7.3 file (HDF5)", H5PY),
    refused(
        0,
        b"MATLAB 5.0 MAT-file",
        "a MATLAB file",
        "convert it to an array in Python, with the name of its variable:\nimport numpy, scipy.io\nnumpy.save(\"film.npy\", scipy.io.loadmat(\"film.mat\")[\"NAME\"])",
    ),
    refused(0, b"CDF\x01", "a NetCDF file", NETCDF),
    refused(0, b"CDF\x02", "a NetCDF file", NETCDF),
    refused(0, b"CDF\x05", "a NetCDF file", NETCDF),
    refused(
        128,
        b"DICM",
        "a DICOM file",
        "convert it to an array in Python:\nimport numpy, pydicom\nnumpy.save(\"film.npy\", pydicom.dcmread(\"film.dcm\").pixel_array)",
    ),
    refused(
        0,
        b"\x76\x2f\x31\x01",
        "an OpenEXR picture",
        "convert it with ffmpeg: ffmpeg -i PICTURE -c:v png PICTURE.png",
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
        "render its pages first: pdftoppm -png FILE.pdf page",
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

/// The number of bytes needed to recognise a format.
pub(in crate::cli::input) const REFUSED_START: u64 = 132;

/// The error for data that begin with these bytes, if they are recognised.
pub(in crate::cli::input) fn refusal(name: &str, start: &[u8]) -> Option<InputError> {
    let is_of = |kind: &&Refused| {
        start
            .get(kind.at..)
            .is_some_and(|s| s.starts_with(kind.mark))
    };
    let kind = REFUSED.iter().find(is_of)?;
    let reason = format!("it is {}, which is not supported", kind.name);
    Some(InputError::new(name, reason).advise(kind.advice))
}
