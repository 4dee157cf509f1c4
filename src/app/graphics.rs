//! The ways in which a window can be drawn here, tried one after the other: on remote desktops
//! and in virtual machines the first often fails where another works.

use eframe::NativeOptions;

#[cfg(target_os = "linux")]
use eframe::egui_glow::HardwareAcceleration;
#[cfg(not(target_os = "linux"))]
use eframe::{egui_wgpu::WgpuSetup, wgpu::Backends};

/// A way to draw.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// What it is called, for people.
    pub(super) name: &'static str,
    #[cfg(target_os = "linux")]
    acceleration: HardwareAcceleration,
    #[cfg(not(target_os = "linux"))]
    backends: Backends,
    /// Whether the processor draws, where the backend can do without hardware.
    #[cfg(not(target_os = "linux"))]
    software: bool,
}

impl Way {
    /// Every way there is here, the quickest first.
    #[cfg(target_os = "linux")]
    pub(super) fn all() -> Vec<Self> {
        let way = |name, acceleration| Self { name, acceleration };
        vec![
            way("OpenGL", HardwareAcceleration::Preferred),
            way(
                "OpenGL without graphics hardware",
                HardwareAcceleration::Off,
            ),
        ]
    }

    /// Every way there is here, the quickest first; one alone where the environment names it.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn all() -> Vec<Self> {
        let way = |name, backends, software| Self {
            name,
            backends,
            software,
        };
        if let Some(backends) = Backends::from_env() {
            return vec![way("as WGPU_BACKEND says", backends, false)];
        }
        if cfg!(windows) {
            vec![
                way("Direct3D 12", Backends::DX12, false),
                way("Vulkan", Backends::VULKAN, false),
                way("OpenGL", Backends::GL, false),
                way(
                    "Direct3D 12 without graphics hardware",
                    Backends::DX12,
                    true,
                ),
            ]
        } else {
            vec![
                way("Metal", Backends::METAL, false),
                way("whatever there is", Backends::all(), false),
            ]
        }
    }

    /// Has a window drawn in this way.
    #[cfg(target_os = "linux")]
    pub(super) fn choose(self, options: &mut NativeOptions) {
        options.glow_options.hardware_acceleration = self.acceleration;
    }

    /// Has a window drawn in this way.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn choose(self, options: &mut NativeOptions) {
        use eframe::wgpu::DeviceType;
        let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup else {
            return;
        };
        setup.instance_descriptor.backends = self.backends;
        if self.software {
            setup.native_adapter_selector = Some(std::sync::Arc::new(|adapters, _| {
                let mut adapters = adapters.iter();
                adapters
                    .find(|adapter| adapter.get_info().device_type == DeviceType::Cpu)
                    .cloned()
                    .ok_or_else(|| "there is no processor that draws".to_owned())
            }));
        }
    }
}
