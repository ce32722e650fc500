//! What the programs of this crate draw: that of plotreel's examples/figure_rate.rs.

const POINTS: usize = 1000;

/// A moving sine. Limits move with it in x and oscillate in y.
#[derive(Debug)]
pub struct Wave {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    /// Of x and y, if they are given.
    pub limits: Option<[(f64, f64); 2]>,
}

impl Wave {
    pub fn new(index: usize, limits: bool) -> Self {
        let time = index as f64;
        let left = if limits { 3.7 * time } else { 0.0 };
        let x: Vec<f64> = (0..POINTS)
            .map(|i| left + 10.0 * i as f64 / (POINTS - 1) as f64)
            .collect();
        let (low, high) = (-1.6 - 0.4 * time.sin(), 1.6 + 0.4 * time.cos());
        Self {
            y: x.iter().map(|x| (x + 0.1 * time).sin()).collect(),
            x,
            limits: limits.then_some([(left, left + 10.0), (low, high)]),
        }
    }
}
