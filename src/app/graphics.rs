//! The ways in which a window can be drawn here, tried one after the other: on remote desktops
//! and in virtual machines the first often fails where another works.
//!
//! On Linux they are tried in this process. Elsewhere a way may also fail by a panic inside the
//! event loop, after which winit's loop cannot be used again, or after the window was long open,
//! when a driver is replaced: the program is started again, and goes on with the next way.

use eframe::NativeOptions;

use crate::words::DrawnBy;

#[cfg(not(target_os = "linux"))]
pub(super) use elsewhere::{Fault, Way, drawn_by, go_on, watch, why_others_failed};
#[cfg(target_os = "linux")]
pub(super) use linux::Way;

#[cfg(target_os = "linux")]
mod linux {
    use eframe::egui_glow::HardwareAcceleration;

    use super::{DrawnBy, NativeOptions};

    /// A way to draw.
    #[derive(Debug, Clone, Copy)]
    pub(in crate::app) struct Way {
        /// What draws.
        pub(in crate::app) drawn_by: DrawnBy,
        acceleration: HardwareAcceleration,
    }

    impl Way {
        /// Every way there is here, the quickest first.
        pub(in crate::app) fn all() -> Vec<Self> {
            let way = |drawn_by, acceleration| Self {
                drawn_by,
                acceleration,
            };
            vec![
                way(DrawnBy::OpenGl, HardwareAcceleration::Preferred),
                way(DrawnBy::OpenGlOnProcessor, HardwareAcceleration::Off),
            ]
        }

        /// Has a window drawn in this way.
        pub(in crate::app) fn choose(self, options: &mut NativeOptions) {
            options.glow_options.hardware_acceleration = self.acceleration;
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use std::env;
    use std::process::{Command, ExitCode};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Mutex, PoisonError};

    use eframe::CreationContext;
    use eframe::egui_wgpu::WgpuSetup;
    use eframe::wgpu::{Backend, Backends, DeviceLostReason, DeviceType, Error, PowerPreference};

    use super::{DrawnBy, NativeOptions};

    /// Why the ways before failed, a line each, for the program started again.
    const FAILED: &str = "OPATLAS_GRAPHICS_FAILED";
    /// Set by what lends the program a terminal.
    const AWAITED: &str = "OPATLAS_AWAITED";

    /// Why the graphics failed after they had begun to draw.
    #[derive(Debug, Clone, Default)]
    pub(in crate::app) struct Fault(Arc<Mutex<Option<String>>>);

    impl Fault {
        fn note(&self, why: &str) {
            let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            first.get_or_insert_with(|| why.split_whitespace().collect::<Vec<_>>().join(" "));
        }

        /// The first that was noted; `None` while all is well.
        pub(in crate::app) fn told(&self) -> Option<String> {
            let first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            first.clone()
        }
    }

    /// A way to draw.
    #[derive(Debug, Clone, Copy)]
    pub(in crate::app) struct Way {
        /// What draws.
        pub(in crate::app) drawn_by: DrawnBy,
        backends: Backends,
    }

    impl Way {
        /// Every way there is here, the quickest first; one alone where the environment names it.
        pub(in crate::app) fn all() -> Vec<Self> {
            let way = |drawn_by, backends| Self { drawn_by, backends };
            if let Some(backends) = Backends::from_env() {
                return vec![way(DrawnBy::Named, backends)];
            }
            if cfg!(windows) {
                vec![
                    way(DrawnBy::Direct3D, Backends::DX12),
                    way(DrawnBy::Vulkan, Backends::VULKAN),
                    way(DrawnBy::OpenGl, Backends::GL),
                    way(DrawnBy::Direct3DOnProcessor, Backends::DX12),
                ]
            } else {
                vec![
                    way(DrawnBy::Metal, Backends::METAL),
                    way(DrawnBy::Anything, Backends::all()),
                ]
            }
        }

        /// Has a window drawn in this way.
        pub(in crate::app) fn choose(self, options: &mut NativeOptions) {
            let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup else {
                return;
            };
            setup.instance_descriptor.backends = self.backends;
            // A window that mostly rests need not wake the large graphics card of a laptop.
            setup.power_preference = PowerPreference::LowPower;
            if self.drawn_by == DrawnBy::Direct3DOnProcessor {
                setup.native_adapter_selector = Some(Arc::new(|adapters, _| {
                    let mut adapters = adapters.iter();
                    adapters
                        .find(|adapter| adapter.get_info().device_type == DeviceType::Cpu)
                        .cloned()
                        .ok_or_else(|| DrawnBy::NO_PROCESSOR.to_owned())
                }));
            }
        }
    }

    /// Why the ways before failed, in their order, where the program was started again for it.
    pub(in crate::app) fn why_others_failed() -> Vec<String> {
        let failed = env::var(FAILED).unwrap_or_default();
        failed.lines().map(str::to_owned).collect()
    }

    /// Starts the program again, to go on with the next way: with what it was started with, or once
    /// its window has been open with what was open last. What to end with, if it could be started:
    /// what the other ends with, where someone waits for that in a terminal.
    pub(in crate::app) fn go_on(failed: &[String], was_open: bool) -> Option<ExitCode> {
        let given = env::args_os().skip(1).filter(|_| !was_open);
        let mut again = Command::new(env::current_exe().ok()?);
        let mut started = again
            .args(given)
            .env(FAILED, failed.join("\n"))
            .spawn()
            .ok()?;
        if env::var_os(AWAITED).is_none() {
            return Some(ExitCode::SUCCESS);
        }
        let code = started.wait().ok()?.code().unwrap_or(1);
        Some(ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX)))
    }

    /// What draws, where a way leaves it open.
    pub(in crate::app) fn drawn_by(creation: &CreationContext<'_>, way: DrawnBy) -> DrawnBy {
        let graphics = creation.wgpu_render_state.as_ref();
        match graphics.map(|graphics| graphics.adapter.get_info().backend) {
            Some(Backend::Vulkan) => DrawnBy::Vulkan,
            Some(Backend::Metal) => DrawnBy::Metal,
            Some(Backend::Gl) => DrawnBy::OpenGl,
            Some(Backend::Dx12) if way == DrawnBy::Named => DrawnBy::Direct3D,
            Some(Backend::Dx12 | Backend::Noop | Backend::BrowserWebGpu) | None => way,
        }
    }

    /// Has a fault of the graphics noted, where it would end the program. From then on a panic
    /// while drawing is no fault of ours.
    pub(in crate::app) fn watch(
        creation: &CreationContext<'_>,
        fault: &Fault,
        drawn: &Arc<AtomicBool>,
    ) {
        let Some(graphics) = &creation.wgpu_render_state else {
            return;
        };
        let (fault, drawn) = (fault.clone(), Arc::clone(drawn));
        let ctx = creation.egui_ctx.clone();
        let note = move |why: &str| {
            fault.note(why);
            drawn.store(false, Ordering::Relaxed);
            ctx.request_repaint();
        };
        let lost = note.clone();
        let device = &graphics.device;
        device.set_device_lost_callback(move |reason, why| match reason {
            DeviceLostReason::Unknown => lost(&why),
            // The window was closed.
            DeviceLostReason::Destroyed => {}
        });
        device.on_uncaptured_error(Arc::new(move |error: Error| note(&error.to_string())));
    }
}
